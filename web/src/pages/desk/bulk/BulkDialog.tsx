import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Dialog } from "../../../components/Dialog";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import { Writing } from "../../../components/Writing";
import type { QueueItemFragment } from "../../../gql/graphql";
import { fieldWords } from "../../../words/case";
import { common } from "../../../words/common";
import { deskWords as words } from "../../../words/desk";
import type { BulkAct, BulkOutcome } from "./order";
import { useBulk } from "./useBulk";

interface Props {
  act: BulkAct;
  chosen: QueueItemFragment[];
  me: string;
  onClaim: (id: string) => Promise<QueueItemFragment | null>;
  onClose: (done: boolean) => void;
}

/** Fields that every case has, for a remark sent to many. */
const FIELDS = [
  ["basic.photo", fieldWords.photo],
  ["basic.identityNumber", fieldWords.identityNumber],
  ["basic.qualification", fieldWords.qualification],
  ["employment.name", fieldWords.employer],
  ["employment.termUntil", fieldWords.term],
] as const;

/** Says what will happen, does it case by case, and tells the result of each. */
export function BulkDialog({ act, chosen, me, onClaim, onClose }: Props): ReactNode {
  const { run, claimed } = useBulk(onClaim);
  const [order] = useState(chosen);
  const [text, setText] = useState("");
  const [field, setField] = useState<string>(FIELDS[0][0]);
  const [error, setError] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const count = order.length;
  const unclaimed = order.filter(({ state }) => state === "FREE").length;
  const busy = claimed !== null && outcome === null;
  const start = async (): Promise<void> => {
    if (busy) return;
    if (act === "return" && text.trim() === "") return setError(words.bulkRemarkEmpty);
    const remarks = [{ path: field.split("."), text: text.trim() }];
    setOutcome(await run({ act, chosen: order, me, opinion: text.trim(), remarks }));
  };
  const title = act === "pass" ? words.bulkPassTitle(count) : words.bulkReturnTitle(count);
  if (outcome !== null) return <Outcome act={act} title={title} outcome={outcome} onClose={() => onClose(true)} />;
  return (
    <Dialog title={title} onClose={() => !busy && onClose(false)}>
      <div className="stack">
        <p>{unclaimed > 0 && words.bulkClaims(unclaimed)}{words.bulkEach}</p>
        {act === "return" && (
          <Field id="bulk-field" label={words.bulkField} plain>
            {({ id }) => <select id={id} className="select" value={field} onChange={(event) => setField(event.target.value)}>{FIELDS.map(([path, label]) => <option key={path} value={path}>{label}</option>)}</select>}
          </Field>
        )}
        <Field id="bulk-text" label={act === "pass" ? words.bulkOpinion : words.bulkRemark} required={act === "return"} hint={act === "return" ? words.bulkRemarkHint : undefined} error={error}>
          {(wiring) => <Writing wiring={wiring} rows={3} longest={1000} value={text} onText={setText} />}
        </Field>
      </div>
      <div className="dialog-buttons">
        <Button type="primary" aria-disabled={busy} onClick={() => void start()}>{busy ? words.bulkBusy(claimed, count) : act === "pass" ? words.bulkPassDo(count) : words.bulkReturnDo(count)}</Button>
        <Button onClick={() => onClose(false)}>{common.cancel}</Button>
      </div>
    </Dialog>
  );
}

function Outcome({ act, title, outcome: { done, failed }, onClose }: { act: BulkAct; title: string; outcome: BulkOutcome; onClose: () => void }): ReactNode {
  const sentence = act === "pass" ? words.bulkPassed(done, failed.length) : words.bulkReturned(done, failed.length);
  return (
    <Dialog title={title} onClose={onClose}>
      <Note family={failed.length === 0 ? "granted" : "action"}><p role="status">{sentence}</p></Note>
      <ul className="list">{failed.map(({ id, name, why }) => <li key={id}><strong>{name}</strong>　{why}</li>)}</ul>
      <div className="dialog-buttons"><Button type="primary" onClick={onClose}>{common.close}</Button></div>
    </Dialog>
  );
}
