import type { ReactNode } from "react";
import { Facts, FieldRow } from "../../components/FieldRow";
import { Status } from "../../components/Status";
import { batchStates, batchWords as words } from "../../words/batches";
import { day, lastDay, moment } from "../../words/format";
import type { BatchNode } from "./batchNode";

const PERCENT = 100;

/** When it goes, how far it is, and its papers. */
export function BatchHead({ batch }: { batch: BatchNode }): ReactNode {
  const { kind, state, date, postponedFrom, postponedReason, lockAt, progress, stampNumber, stampedOn, notice, coverPdf, coverSheet } = batch;
  const percent = Math.round((progress ?? 0) * PERCENT);
  return (
    <section className="card stack" aria-label={batch.title}>
      <div className="row"><Status {...batchStates[state]} /></div>
      {state === "RUNNING" && (
        <div role="status"><progress aria-label={words.progressLabel} max={PERCENT} value={percent} /> <span className="tn">{words.progress(percent)}</span></div>
      )}
      <Facts>
        <FieldRow label={words.date(kind)} note={postponedFrom ? words.postponed(day(postponedFrom), postponedReason ?? "") : undefined}>{lastDay(date)}</FieldRow>
        {state === "OPEN" && lockAt && <FieldRow label={words.lockAt}>{moment(lockAt)}</FieldRow>}
        {stampNumber && <FieldRow label={words.stamp}>{[stampNumber, stampedOn && day(stampedOn)].filter(Boolean).join("　")}</FieldRow>}
        {notice && <FieldRow label={words.notice}>{notice}</FieldRow>}
      </Facts>
      <div className="row">
        {coverPdf && <a className="link" href={coverPdf}>{words.pdf}</a>}
        {coverSheet && <a className="link" href={coverSheet}>{words.xlsx}</a>}
        {batch.announcedAt && <a className="link" href={`/announcements/${batch.id}`}>{words.public}</a>}
      </div>
    </section>
  );
}
