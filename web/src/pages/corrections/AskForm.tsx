import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { useClient } from "urql";
import { ErrorSummary, type Mistake } from "../../components/ErrorSummary";
import { Field } from "../../components/Field";
import { FilePicker, SendingRow } from "../../components/FileSending";
import { newKey } from "../../live/newKey";
import { useStore } from "../../live/store";
import { cancel, send, uploads } from "../../live/uploads";
import { useAct } from "../../live/useAct";
import { correctionWords as words } from "../../words/corrections";
import { signInWords } from "../../words/signIn";
import { RequestCorrectionDocument } from "./documents";

const EMPTY = { name: "", identityNumber: "", birthDate: "" };
const SLOT = "correction-proof";
const TYPES = ["image/jpeg", "image/png", "application/pdf"];
const FIELDS = [
  { key: "name", label: words.name, type: "text" },
  { key: "identityNumber", label: words.number, type: "text" },
  { key: "birthDate", label: words.birth, type: "date" },
] as const;

/** What is wrong, what is right, and the papers that show it. */
export function AskForm({ onAsked }: { onAsked: () => void }): ReactNode {
  const client = useClient();
  const [ask, busy] = useAct(RequestCorrectionDocument);
  const [typed, setTyped] = useState(EMPTY);
  const [proofs, setProofs] = useState<{ id: string; name: string }[]>([]);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [press, setPress] = useState(0);
  const sending = useStore(uploads).filter((upload) => upload.slot === SLOT);
  const pick = async (file: File): Promise<void> => {
    const id = await send(client, file, SLOT, "PROOF");
    if (id !== null) setProofs((now) => [...now, { id, name: file.name }]);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const found: Mistake[] = [];
    if (Object.values(typed).every((value) => value.trim() === "")) found.push({ field: "correct-name", message: words.nothing });
    if (proofs.length === 0) found.push({ message: words.noProof });
    if (found.length === 0) found.push(...(await sent()));
    setMistakes(found);
    setPress(press + 1);
  };
  const sent = async (): Promise<Mistake[]> => {
    const input = { name: typed.name || null, identityNumber: typed.identityNumber || null, birthDate: typed.birthDate || null, proofFileIds: proofs.map(({ id }) => id), idempotencyKey: newKey() };
    const answer = await ask({ input });
    if (answer.kind === "failed") return [{ message: answer.fault.message || signInWords.failed }];
    if (answer.kind === "refused") return answer.errors.map(({ message, path }) => ({ message, field: path?.at(-1) ? `correct-${path.at(-1)}` : undefined }));
    setTyped(EMPTY);
    setProofs([]);
    onAsked();
    return [];
  };
  return (
    <form className="card stack" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{words.ask}</h2>
      <p className="small secondary">{words.askLead}</p>
      <ErrorSummary mistakes={mistakes} press={press} />
      {FIELDS.map(({ key, label, type }) => (
        <Field key={key} id={`correct-${key}`} label={label} error={mistakes.find(({ field }) => field === `correct-${key}`)?.message}>
          {(wiring) => <Input {...wiring} type={type} value={typed[key]} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} autoComplete="off" />}
        </Field>
      ))}
      <h3>{words.proofs}</h3>
      <p className="small secondary">{words.proofHint}</p>
      <ul className="list">
        {proofs.map(({ id, name }) => <li key={id} className="row"><span className="grow">{name}</span><button type="button" className="link" aria-label={words.removeProof(name)} onClick={() => setProofs(proofs.filter((one) => one.id !== id))}>×</button></li>)}
      </ul>
      {sending.map((upload) => <SendingRow key={upload.key} label={words.proofs} upload={upload} onCancel={() => cancel(upload.key)} onAgain={null} />)}
      <div><FilePicker word={words.chooseProof} label={words.chooseProof} accept={TYPES} onPick={(file) => void pick(file)} /></div>
      <div><Button type="primary" htmlType="submit" aria-disabled={busy}>{busy ? words.sending : words.send}</Button></div>
    </form>
  );
}
