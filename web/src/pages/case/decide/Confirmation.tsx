import Button from "antd/es/button";
import type { ReactNode } from "react";
import { Dialog } from "../../../components/Dialog";
import { Note } from "../../../components/Note";
import { caseWords as words } from "../../../words/case";

interface Props {
  title: string;
  /** The act itself; absent: it cannot be done now. */
  label?: string;
  busy: boolean;
  errors: string[];
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Says what will happen; the button repeats the act. */
export function Confirmation({ title, label, busy, errors, onAct, onClose, children }: Props): ReactNode {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        {errors.length > 0 && <Note family="refused"><div role="alert">{errors.map((error) => <p key={error}>{error}</p>)}</div></Note>}
        {children}
      </div>
      <div className="dialog-buttons">
        {label !== undefined && <Button type="primary" aria-disabled={busy} onClick={() => { if (!busy) onAct(); }}>{busy ? words.busy : label}</Button>}
        <Button onClick={onClose}>{words.keepLooking}</Button>
      </div>
    </Dialog>
  );
}
