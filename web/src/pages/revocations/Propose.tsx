import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { useClient } from "urql";
import { ActDialog } from "../../components/ActDialog";
import { Field } from "../../components/Field";
import { FilePicker, SendingRow } from "../../components/FileSending";
import { Writing } from "../../components/Writing";
import { newKey } from "../../live/newKey";
import { useStore } from "../../live/store";
import { cancel, send, uploads } from "../../live/uploads";
import { useAct } from "../../live/useAct";
import { revocationWords as words } from "../../words/revocations";
import { ProposeRevocationDocument } from "./documents";

const SLOT = "revocation";
const TYPES = ["image/jpeg", "image/png", "application/pdf"];
const LONGEST_REASON = 500;

interface Props {
  certificate: { id: string; version: number; number: string };
  onDone: () => void;
  onClose: () => void;
}

/** Law, reason and documents; a second reviewer decides. */
export function Propose({ certificate: { id, version, number }, onDone, onClose }: Props): ReactNode {
  const client = useClient();
  const [propose] = useAct(ProposeRevocationDocument);
  const [law, setLaw] = useState("");
  const [reason, setReason] = useState("");
  const [files, setFiles] = useState<{ id: string; name: string }[]>([]);
  const [key] = useState(newKey);
  const sending = useStore(uploads).filter((upload) => upload.slot === SLOT);
  const pick = async (file: File): Promise<void> => {
    const found = await send(client, file, SLOT, "SCAN");
    if (found !== null) setFiles((now) => [...now, { id: found, name: file.name }]);
  };
  const input = { id, version, law: law.trim(), reason: reason.trim(), fileIds: files.map((file) => file.id), idempotencyKey: key };
  return (
    <ActDialog
      title={words.proposeTitle(number)} body={words.proposeBody} danger words={{ act: words.propose, busy: words.working, keep: words.keep }}
      missing={() => (input.law === "" || input.reason === "" ? words.empty : null)} act={() => propose({ input })} onDone={onDone} onClose={onClose}
    >
      <Field id="revoke-law" label={words.law} hint={words.lawHint} required>{(wiring) => <Input {...wiring} value={law} onChange={(event) => setLaw(event.target.value)} />}</Field>
      <Field id="revoke-reason" label={words.reason} required>{(wiring) => <Writing wiring={wiring} rows={4} longest={LONGEST_REASON} value={reason} onText={setReason} />}</Field>
      {files.length > 0 && <ul aria-label={words.documents}>{files.map((file) => <li key={file.id}>{file.name}</li>)}</ul>}
      {sending.map((upload) => <SendingRow key={upload.key} label={words.documents} upload={upload} onCancel={() => cancel(upload.key)} onAgain={null} />)}
      <FilePicker word={words.addDocument} label={words.addDocument} accept={TYPES} onPick={(file) => void pick(file)} />
    </ActDialog>
  );
}
