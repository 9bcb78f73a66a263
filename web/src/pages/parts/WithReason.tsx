import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import type { Answer } from "../../live/useAct";
import { registrationWords } from "../../words/registrations";
import { sentence } from "../signIn/useCode";

interface Props<P> {
  words: { button: string; title: string; body: string; busy: string };
  /** The reason must be given. */
  required?: boolean;
  busy: boolean;
  act: (reason: string) => Promise<Answer<P>>;
}

/** A button that asks once more, with a reason; the dialog stays open while the act is refused. */
export function WithReason<P>({ words, required = false, busy, act }: Props<P>): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    if (busy) return;
    if (required && reason.trim() === "") return setMissing(registrationWords.reasonEmpty);
    setMissing(null);
    const answer = await act(reason.trim());
    setMistake(sentence(answer));
    if (answer.kind === "done") setOpen(false);
  };
  return (
    <>
      <div><Button onClick={() => setOpen(true)}>{words.button}</Button></div>
      {open && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <p>{words.body}</p>
          {mistake && <Note family="refused">{mistake}</Note>}
          <Field id="withdraw-reason" label={registrationWords.withdrawReason} required={required} error={missing}>
            {(wiring) => <Input {...wiring} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <div className="dialog-buttons">
            <Button danger aria-disabled={busy} onClick={() => void go()}>{busy ? words.busy : words.button}</Button>
            <Button onClick={() => setOpen(false)}>{registrationWords.keep}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
