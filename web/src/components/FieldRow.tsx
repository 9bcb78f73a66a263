import type { ReactNode } from "react";
import "./fieldRow.css";

interface Props {
  label: string;
  children: ReactNode;
  /** A plain sentence under the value. */
  note?: ReactNode;
  /** What stands at the right end: a remark button, a link 更改. */
  action?: ReactNode;
}

/** Rows of label and value; use inside `<Facts>`. */
export function FieldRow({ label, children, note, action }: Props): ReactNode {
  return (
    <div className="field-row">
      <dt>{label}</dt>
      <dd>
        {children}
        {note != null && <div className="fine secondary">{note}</div>}
      </dd>
      {action != null && <dd className="field-action">{action}</dd>}
    </div>
  );
}

export function Facts({ children }: { children: ReactNode }): ReactNode {
  return <dl className="facts">{children}</dl>;
}
