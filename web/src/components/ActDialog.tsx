import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import type { Answer } from "../live/useAct";
import { sentence } from "../pages/signIn/useCode";
import { Dialog } from "./Dialog";
import { Note } from "./Note";

interface Props {
  title: string;
  body: string;
  words: { act: string; busy: string; keep: string };
  danger?: boolean;
  /** What is missing, or null; asked before anything is sent. */
  missing?: () => string | null;
  act: () => Promise<Answer<unknown>>;
  onDone: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** One act that is asked once more, with what it needs; the dialog stays open while the act is refused. */
export function ActDialog({ title, body, words, danger = false, missing, act, onDone, onClose, children }: Props): ReactNode {
  const [busy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    if (busy) return;
    const gap = missing?.() ?? null;
    setMistake(gap);
    if (gap !== null) return;
    setBusy(true);
    const answer = await act();
    setBusy(false);
    setMistake(sentence(answer));
    if (answer.kind === "done") onDone();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <p>{body}</p>
        {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
        {children}
        <div className="dialog-buttons">
          <Button type="primary" danger={danger} aria-disabled={busy} onClick={() => void go()}>{busy ? words.busy : words.act}</Button>
          <Button onClick={onClose}>{words.keep}</Button>
        </div>
      </div>
    </Dialog>
  );
}
