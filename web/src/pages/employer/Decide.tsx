import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { announce } from "../../app/announce";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import type { StaffCasePartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct, type Answer } from "../../live/useAct";
import { useData } from "../../live/useData";
import { employerWords as words } from "../../words/employer";
import { sentence } from "../signIn/useCode";
import { DeclineReportUpDocument, EmployerPledgeDocument, ReportUpDocument, TakeBackReportUpDocument } from "./documents";

/** Report up with the pledge, or send back with a reason; take back until somebody has claimed it. */
export function Decide({ registration, onDone }: { registration: StaffCasePartsFragment; onDone: () => void }): ReactNode {
  const { id, version, kind, profession, availableActions } = registration;
  const [reportUp, reporting] = useAct(ReportUpDocument);
  const [decline, declining] = useAct(DeclineReportUpDocument);
  const [takeBack, takingBack] = useAct(TakeBackReportUpDocument);
  const [accepted, setAccepted] = useState(false);
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const forms = useData(EmployerPledgeDocument, { profession }).data?.rulebook.forms;
  const pledge = forms?.find((one) => one.kind === kind)?.employerPledge;
  const may = (action: string): boolean => availableActions.some((one) => one.action === action && one.ready);
  const busy = reporting || declining || takingBack;
  const settle = (answer: Answer<object>, done: string): void => {
    setMistake(sentence(answer));
    if (answer.kind !== "done") return;
    setSaid(done);
    announce(done);
    onDone();
  };
  const base = { id, version };
  const send = async (): Promise<void> => {
    if (busy) return;
    if (!accepted || !pledge) return setMistake(words.pledgeFirst);
    settle(await reportUp({ input: { ...base, pledgeEdition: pledge.edition, idempotencyKey: newKey() } }), words.reported);
  };
  const back = async (): Promise<void> => {
    if (!busy) settle(await decline({ input: { ...base, reason, idempotencyKey: newKey() } }), words.declined);
  };
  const recall = async (): Promise<void> => {
    if (!busy) settle(await takeBack({ input: { ...base, idempotencyKey: newKey() } }), words.takenBack);
  };
  if (!may("REPORT_UP_REGISTRATION") && !may("TAKE_BACK_REPORT_UP")) return said && <Note family="granted">{said}</Note>;
  return (
    <section className="card stack">
      <h2>{words.decide}</h2>
      {said && <Note family="granted">{said}</Note>}
      {mistake && <Note family="refused">{mistake}</Note>}
      {may("REPORT_UP_REGISTRATION") && (
        <>
          {pledge && <div><strong>{pledge.heading}</strong>{pledge.body.split("\n").map((clause) => <p key={clause}>{clause}</p>)}</div>}
          <label className="choice">
            <input type="checkbox" checked={accepted} onChange={(event) => setAccepted(event.target.checked)} />
            {words.pledgeAccept}
          </label>
          <div><Button type="primary" aria-disabled={busy} onClick={() => void send()}>{words.reportUp}</Button></div>
          <Field id="decline-reason" label={words.reason} plain>
            {(wiring) => <Input {...wiring} list="decline-reasons" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <datalist id="decline-reasons">{words.reasons.map((one) => <option key={one} value={one} />)}</datalist>
          <div><Button danger aria-disabled={busy} onClick={() => void back()}>{words.decline}</Button></div>
        </>
      )}
      {may("TAKE_BACK_REPORT_UP") && (
        <>
          <p className="secondary">{words.takeBackLead}</p>
          <div><Button aria-disabled={busy} onClick={() => void recall()}>{words.takeBack}</Button></div>
        </>
      )}
    </section>
  );
}
