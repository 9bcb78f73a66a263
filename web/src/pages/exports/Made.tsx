import type { ReactNode } from "react";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { ExportPartsFragment, ExportsQuery } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { moment } from "../../words/format";
import { exportKinds, exportStates, exportWords as words } from "../../words/transfers";
import { ExportNewsDocument, ExportsDocument } from "./documents";
import "../batches/batches.css";

const LIST = "export-list";
const FIRST = 20;
const listOf = (data: ExportsQuery): ExportsQuery["exports"] => data.exports;

/** One's exports, the newest first, each with its way to the file as soon as it is made. */
export function Made(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(ExportsDocument, { first: FIRST, after: null }, listOf, wanted);
  useLive(ExportNewsDocument, { after: data?.exports.cursor }, data !== null, ({ kind }) => {
    if (kind === "EVENT") reload();
  });
  return (
    <>
      {data === null && (fault !== null ? <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} /> : <Skeleton lines={3} onRetry={reload} />)}
      {data !== null && nodes.length === 0 && <EmptyState title={words.none} reason={words.noneReason} />}
      <ul className="stack plain-list" id={LIST} aria-live="polite">{nodes.map((one) => <li key={one.id}><Row one={one} /></li>)}</ul>
      <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total: null }, more)} />
    </>
  );
}

function Row({ one: { kind, state, file, rowCount, reason, createdAt, expiresAt } }: { one: ExportPartsFragment }): ReactNode {
  return (
    <div className="batch-row">
      {state === "READY" && file?.downloadUrl ? <a className="link tap" href={file.downloadUrl}>{words.download(file.name)}</a> : <span>{exportKinds[kind]}</span>}
      <Status {...exportStates[state]} />
      {rowCount !== null && <span className="secondary small tn">{words.rows(rowCount)}</span>}
      {reason && <span className="field-error small">{reason}</span>}
      <span className="secondary small tn">{state === "READY" && expiresAt ? words.until(moment(expiresAt)) : moment(createdAt)}</span>
    </div>
  );
}
