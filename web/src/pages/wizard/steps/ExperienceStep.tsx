import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import type { DraftPartsFragment } from "../../../gql/graphql";
import { useAct } from "../../../live/useAct";
import { common } from "../../../words/common";
import { experienceWords as words } from "../../../words/wizardLists";
import { useEditing } from "../DraftContext";
import { AddExperienceDocument, RemoveExperienceDocument, UpdateExperienceDocument } from "../listDocuments";
import { useListAct } from "./useListAct";

type Piece = DraftPartsFragment["experience"][number];
const EMPTY = { from: "", until: "", employer: "", work: "" };
/** `open`: the piece that is being corrected; null for a new one. */
const FRESH = { open: null as string | null, typed: EMPTY };

/** Pieces of work; the period of each opens it for correction (S2-12). */
export default function ExperienceStep(): ReactNode {
  const { registration } = useEditing();
  const { onCase, mistake } = useListAct();
  const [add, adding] = useAct(AddExperienceDocument);
  const [update, updating] = useAct(UpdateExperienceDocument);
  const [remove] = useAct(RemoveExperienceDocument);
  const [form, setForm] = useState(FRESH);
  const { open, typed } = form;
  const edit = ({ id, from, until, employer, work }: Piece): void => setForm({ open: id, typed: { from, until: until ?? "", employer, work } });
  const save = async (): Promise<void> => {
    const work = { ...typed, until: typed.until || null };
    const done = await onCase((base) => (open === null ? add({ input: { ...base, ...work } }) : update({ input: { ...base, ...work, experienceId: open } })));
    // What was opened or typed while the answer was on its way stays.
    if (done) setForm((now) => (now === form ? FRESH : now));
  };
  const field = (name: keyof typeof EMPTY, label: string, type: "date" | "text", required = true): ReactNode => (
    <Field id={`experience-${name}`} label={label} required={required} wide={name === "work"}>
      {(wiring) => <Input {...wiring} type={type} value={typed[name]} onChange={(event) => setForm({ open, typed: { ...typed, [name]: event.target.value } })} />}
    </Field>
  );
  return (
    <section className="card stack" id="experience" tabIndex={-1}>
      <h2>{words.title}</h2>
      <p className="small secondary">{words.lead}</p>
      {mistake && <Note family="refused">{mistake}</Note>}
      <ul className="stack">
        {registration.experience.map((piece) => (
          <li key={piece.id} className="row">
            <button type="button" className="tap link" onClick={() => edit(piece)} aria-label={words.edit(words.period(piece.from, piece.until))}>{words.period(piece.from, piece.until)}</button>
            <span>{piece.employer}　{piece.work}</span>
            <Button type="text" onClick={() => void onCase((base) => remove({ input: { ...base, experienceId: piece.id } }))} aria-label={words.remove(words.period(piece.from, piece.until))}>{words.delete}</Button>
          </li>
        ))}
      </ul>
      <div className="fields">
        {field("from", words.from, "date")}
        {field("until", words.until, "date", false)}
        {field("employer", words.employer, "text")}
        {field("work", words.work, "text")}
      </div>
      <div className="row">
        <Button onClick={() => void save()} aria-disabled={adding || updating}>{open === null ? words.add : words.save}</Button>
        {open !== null && <Button type="text" onClick={() => setForm(FRESH)}>{common.cancel}</Button>}
      </div>
    </section>
  );
}
