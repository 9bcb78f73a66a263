import { useEffect, type ReactNode } from "react";
import { common } from "../words/common";

interface Props {
  /** The page and its object: the one h1, and the window's title. */
  title: string;
  lead?: ReactNode;
  /** Stands beside the heading: the one primary button of a list. */
  action?: ReactNode;
  children: ReactNode;
}

export function Page({ title, lead, action, children }: Props): ReactNode {
  useTitle(title);
  return (
    <>
      <div className="page-head row">
        <div>
          <h1>{title}</h1>
          {lead != null && <p>{lead}</p>}
        </div>
        {action != null && <div className="page-action">{action}</div>}
      </div>
      {children}
    </>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = common.titleOf(title);
  }, [title]);
}
