import Button from "antd/es/button";
import type { ReactNode } from "react";
import { Note } from "../../../components/Note";
import { useAct } from "../../../live/useAct";
import { hoursWords as words } from "../../../words/wizardLists";
import { useEditing } from "../DraftContext";
import { JoinHoursDocument, RemoveHoursDocument } from "../listDocuments";
import { HoursForm } from "./HoursForm";
import { useListAct } from "./useListAct";

/** Hours that count, what may be double, and a form for what no training body imported. */
export default function HoursStep(): ReactNode {
  const { hours } = useEditing().registration;
  const { onRows, mistake } = useListAct();
  const [remove] = useAct(RemoveHoursDocument);
  const [join] = useAct(JoinHoursDocument);
  return (
    <>
      <section className="card stack" id="hours" tabIndex={-1}>
        <h2>{words.title}</h2>
        <p>{hours.needed > 0 ? words.total(hours.present, hours.needed, hours.ownSpecialty, hours.ownSpecialtyNeeded) : words.notNeeded(hours.present)}</p>
        {mistake && <Note family="refused">{mistake}</Note>}
        {hours.doubles.map(({ declared, imported }) => declared && imported && (
          <Note key={`${declared.id}/${imported.id}`} family="unknown">
            <p>{words.double(declared.title, imported.title)}</p>
            <Button onClick={() => void onRows((idempotencyKey) => join({ input: { id: declared.id, version: declared.version, withId: imported.id, idempotencyKey } }))}>{words.join}</Button>
          </Note>
        ))}
        <ul className="stack">
          {hours.records.map((record) => (
            <li key={record.id} className="row">
              <span>{words.record(record.providerName, record.courseName, record.hours, record.from, record.until)}</span>
              <span className="small secondary">{[record.specialty?.name, record.status].filter(Boolean).join("・")}</span>
              {record.proof?.downloadUrl && <a href={record.proof.downloadUrl} target="_blank" rel="noreferrer">{words.proof}</a>}
              {record.state === "DECLARED" && (
                <Button type="text" aria-label={words.remove(record.title)} onClick={() => void onRows((idempotencyKey) => remove({ input: { id: record.id, version: record.version, idempotencyKey } }))}>{words.delete}</Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <HoursForm />
    </>
  );
}
