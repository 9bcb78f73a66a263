import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Dialog } from "../../components/Dialog";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import { Writing } from "../../components/Writing";
import type { CorrectionPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { correctionDeskWords as words, correctionStates } from "../../words/corrections";
import { moment } from "../../words/format";
import { Revealed } from "../case/RevealedValue";
import { sentence } from "../signIn/useCode";
import { Differences } from "./Differences";
import { ApplyCorrectionDocument, ConfirmCorrectionDocument, CorrectionsDocument, RefuseCorrectionDocument } from "./documents";
import "../../components/finding.css";

const LONGEST_REASON = 500;
const WAITING = { states: ["SUBMITTED", "CONFIRMED"] as ("SUBMITTED" | "CONFIRMED")[] };

/** What waits at the registration body to be confirmed, and at the centre to be applied (S2-26). */
export default function DeskPage(): ReactNode {
  const { data, fault, reload } = useData(CorrectionsDocument, { filter: WAITING, after: null });
  const [said, setSaid] = useState<string | null>(null);
  const nodes = data?.identityCorrections.nodes.filter(({ state }) => state === "SUBMITTED" || state === "CONFIRMED") ?? [];
  const done = (): void => {
    setSaid(words.done);
    reload();
  };
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack">
        {said && <Note family="granted"><div role="status">{said}</div></Note>}
        {data === null && (fault === null ? <Skeleton lines={5} onRetry={reload} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />)}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
        {nodes.map((one) => <Waiting key={one.id} one={one} onDone={done} />)}
      </div>
    </Page>
  );
}

function Waiting({ one, onDone }: { one: CorrectionPartsFragment; onDone: () => void }): ReactNode {
  const [confirm, confirming] = useAct(ConfirmCorrectionDocument);
  const [apply, applying] = useAct(ApplyCorrectionDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const [refusing, setRefusing] = useState(false);
  const may = one.availableActions.map(({ action }) => action);
  const busy = confirming || applying;
  const act = async (step: typeof confirm | typeof apply): Promise<void> => {
    if (busy) return;
    const wrong = sentence(await step({ input: { id: one.id, version: one.version, idempotencyKey: newKey() } }));
    setMistake(wrong);
    if (wrong === null) onDone();
  };
  const full = (field: string, masked: string): ReactNode =>
    field === "identityNumber" ? <Revealed subjectId={one.id} label={field} path={[field]} masked={masked} full={null} /> : masked;
  return (
    <section className="card stack" aria-label={words.title}>
      <div className="row"><span className="grow small secondary tn">{moment(one.createdAt)}</span><Status {...correctionStates[one.state]} /></div>
      {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
      <Differences one={one} full={full} />
      <ul className="list">
        {one.proofs.map(({ id, name, previewUrl, downloadUrl }, at) => <li key={id}><a className="tap" href={previewUrl ?? downloadUrl ?? undefined} target="_blank" rel="noreferrer">{words.proof(at + 1)}　{name}</a></li>)}
      </ul>
      <div className="row">
        {may.includes("CONFIRM_IDENTITY_CORRECTION") && <Button type="primary" aria-disabled={busy} onClick={() => void act(confirm)}>{busy ? words.working : words.confirm}</Button>}
        {may.includes("APPLY_IDENTITY_CORRECTION") && <Button type="primary" aria-disabled={busy} onClick={() => void act(apply)}>{busy ? words.working : words.apply}</Button>}
        {may.includes("REFUSE_IDENTITY_CORRECTION") && <Button onClick={() => setRefusing(true)}>{words.refuse}</Button>}
      </div>
      {refusing && <RefuseDialog one={one} onClose={() => setRefusing(false)} onDone={onDone} />}
    </section>
  );
}

function RefuseDialog({ one, onClose, onDone }: { one: CorrectionPartsFragment; onClose: () => void; onDone: () => void }): ReactNode {
  const [refuse, busy] = useAct(RefuseCorrectionDocument);
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const act = async (): Promise<void> => {
    if (busy) return;
    if (reason.trim() === "") return setMistake(words.reasonEmpty);
    const wrong = sentence(await refuse({ input: { id: one.id, version: one.version, reason, idempotencyKey: newKey() } }));
    setMistake(wrong);
    if (wrong !== null) return;
    onClose();
    onDone();
  };
  return (
    <Dialog title={words.refuseTitle} onClose={onClose}>
      <div className="stack">
        {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
        <Field id="correction-reason" label={words.reason} plain hint={words.reasonHint}>
          {(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={reason} onText={setReason} />}
        </Field>
        <div className="dialog-buttons"><Button type="primary" danger aria-disabled={busy} onClick={() => void act()}>{busy ? words.working : words.refuse}</Button></div>
      </div>
    </Dialog>
  );
}
