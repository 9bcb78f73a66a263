import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { useClient } from "urql";
import { Field } from "../../../components/Field";
import { FilePicker, SendingRow } from "../../../components/SendingRow";
import { Note } from "../../../components/Note";
import { useStore } from "../../../live/store";
import { useAct } from "../../../live/useAct";
import { useData } from "../../../live/useData";
import { cancel, send, uploads } from "../../../live/uploads";
import { common } from "../../../words/common";
import { hoursWords as words } from "../../../words/wizardLists";
import { useEditing } from "../DraftContext";
import { RulebookDocument } from "../documents";
import { AddHoursDocument } from "../listDocuments";
import { useListAct } from "./useListAct";

const EMPTY = { specialtyId: "", providerName: "", courseName: "", hours: "", from: "", until: "" };
const SLOT = "hours-proof";
const TYPES = ["image/jpeg", "image/png", "application/pdf"];

/** One record of one's own, with the certificate that proves it. */
export function HoursForm(): ReactNode {
  const { registration } = useEditing();
  const client = useClient();
  const { onRows, mistake } = useListAct();
  const [add, adding] = useAct(AddHoursDocument);
  const [typed, setTyped] = useState(EMPTY);
  const [proof, setProof] = useState<{ id: string; name: string } | null>(null);
  const specialties = useData(RulebookDocument, { profession: registration.profession }).data?.rulebook.specialties ?? [];
  const sending = useStore(uploads).filter((upload) => upload.slot === SLOT);
  const pick = async (file: File): Promise<void> => {
    const id = await send(client, file, SLOT, "PROOF");
    if (id !== null) setProof({ id, name: file.name });
  };
  const save = async (): Promise<void> => {
    const { hours, specialtyId, ...rest } = typed;
    const input = { ...rest, profession: registration.profession, specialtyId: specialtyId || null, hours: Number(hours), proofFileId: proof?.id ?? null };
    if (!(await onRows((idempotencyKey) => add({ input: { ...input, idempotencyKey } })))) return;
    setTyped(EMPTY);
    setProof(null);
  };
  const field = (name: keyof typeof EMPTY, label: string, type: "date" | "text" | "number"): ReactNode => (
    <Field id={`hours-${name}`} label={label} required>
      {(wiring) => <Input {...wiring} type={type} step={type === "number" ? 0.5 : undefined} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />}
    </Field>
  );
  return (
    <section className="card stack">
      <h2>{words.addTitle}</h2>
      <p className="small secondary">{words.addLead}</p>
      {mistake && <Note family="refused">{mistake}</Note>}
      <div className="fields">
        {field("providerName", words.provider, "text")}
        {field("courseName", words.course, "text")}
        {field("hours", words.hours, "number")}
        <Field id="hours-specialtyId" label={words.specialty}>
          {({ id }) => (
            <select id={id} className="select" value={typed.specialtyId} onChange={(event) => setTyped({ ...typed, specialtyId: event.target.value })}>
              <option value="">{common.choose}</option>
              {specialties.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          )}
        </Field>
        {field("from", words.from, "date")}
        {field("until", words.until, "date")}
      </div>
      {sending.map((upload) => <SendingRow key={upload.key} label={words.proof} upload={upload} onCancel={() => cancel(upload.key)} onAgain={null} />)}
      <div className="row">
        {proof === null ? <FilePicker word={words.chooseProof} label={words.chooseProof} accept={TYPES} onPick={(file) => void pick(file)} /> : <span>{words.proof}：{proof.name}</span>}
        <Button onClick={() => void save()} aria-disabled={adding}>{words.add}</Button>
      </div>
    </section>
  );
}
