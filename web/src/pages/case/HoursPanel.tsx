import Button from "antd/es/button";
import { useId, useState, type ReactNode } from "react";
import { Note } from "../../components/Note";
import type { DeskCaseFragment, DeskHoursFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { hoursWords as words } from "../../words/wizardLists";
import { hoursReviewWords as review } from "../../words/case";
import { WithReason } from "../parts/WithReason";
import { sentence } from "../signIn/useCode";
import { useCaseDesk } from "./CaseContext";
import { ConfirmHoursDocument, RejectHoursDocument } from "./documents";

/** Class hours of the period, with a word on each record that the applicant entered. */
export default function HoursPanel({ hours }: { hours: DeskCaseFragment["hours"] }): ReactNode {
  const heading = useId();
  const { present, needed, ownSpecialty, ownSpecialtyNeeded, records } = hours;
  return (
    <section className="case-part" aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p>{needed > 0 ? words.total(present, needed, ownSpecialty, ownSpecialtyNeeded) : words.notNeeded(present)}</p>
      {records.length > 0 && <ul className="list">{records.map((record) => <Record key={record.id} record={record} />)}</ul>}
    </section>
  );
}

function Record({ record }: { record: DeskHoursFragment }): ReactNode {
  const { reload } = useCaseDesk();
  const [confirm, confirming] = useAct(ConfirmHoursDocument);
  const [reject, rejecting] = useAct(RejectHoursDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const may = new Set(record.availableActions.filter(({ ready }) => ready).map(({ action }) => action));
  const known = { id: record.id, version: record.version };
  const accept = async (): Promise<void> => {
    const said = sentence(await confirm({ input: { ...known, idempotencyKey: newKey() } }));
    setMistake(said);
    if (said === null) reload();
  };
  return (
    <li>
      <div>{words.record(record.providerName, record.courseName, record.hours, record.from, record.until)}　<span className="secondary">{record.status}</span></div>
      {record.specialty && <div className="small secondary">{record.specialty.name}</div>}
      {record.proof?.downloadUrl && <a className="tap" href={record.proof.downloadUrl}>{words.proof}</a>}
      {record.reason && <div className="small">{record.reason}</div>}
      {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
      <div className="row">
        {may.has("CONFIRM_HOURS_RECORD") && <Button aria-disabled={confirming} onClick={() => void accept()}>{review.confirm}</Button>}
        {may.has("REJECT_HOURS_RECORD") && (
          <WithReason
            words={review.reject} required busy={rejecting}
            act={async (reason) => {
              const answer = await reject({ input: { ...known, reason, idempotencyKey: newKey() } });
              if (answer.kind === "done") reload();
              return answer;
            }}
          />
        )}
      </div>
    </li>
  );
}
