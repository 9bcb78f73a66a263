import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { FieldRow } from "../../components/FieldRow";
import { Note } from "../../components/Note";
import { useAct } from "../../live/useAct";
import { common } from "../../words/common";
import { meWords as words } from "../../words/me";
import { RequestCodeDocument } from "../signIn/documents";
import { Proof } from "../signIn/Proof";
import { useSlider } from "../signIn/recover/useSlider";

/** The address that a forgotten password's link goes to; it counts once its own link was opened. */
export function EmailRow({ masked }: { masked: string | null }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <FieldRow label={words.email} note={words.emailNote} action={<Button onClick={() => setOpen(true)}>{masked === null ? words.addEmail : words.changeEmail}</Button>}>
        {masked ?? common.none}
      </FieldRow>
      {open && <Dialog title={masked === null ? words.addEmail : words.changeEmail} onClose={() => setOpen(false)}><AskForLink onClose={() => setOpen(false)} /></Dialog>}
    </>
  );
}

function AskForLink({ onClose }: { onClose: () => void }): ReactNode {
  const [request, busy] = useAct(RequestCodeDocument);
  const [email, setEmail] = useState("");
  const slider = useSlider((answer) => request({ input: { slider: answer, channel: "EMAIL", target: email, purpose: "NEW_EMAIL" } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    slider.open();
  };
  if (slider.done) {
    return (
      <div className="stack">
        <Note family="granted"><div role="status">{words.emailSent(email)}</div></Note>
        <div className="dialog-buttons"><Button type="primary" onClick={onClose}>{common.close}</Button></div>
      </div>
    );
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field id="new-email" label={words.newEmail} plain error={slider.mistake}>
        {(wiring) => <Input {...wiring} type="email" value={email} onChange={(event) => setEmail(event.target.value.trim())} autoComplete="email" size="large" />}
      </Field>
      {slider.proving
        ? <Proof attempt={slider.attempt} busy={busy} onAnswer={slider.answer} />
        : <Button type="primary" htmlType="submit" size="large">{words.sendLink}</Button>}
    </form>
  );
}
