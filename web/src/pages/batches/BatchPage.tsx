import Lock from "@ant-design/icons/es/icons/InboxOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, useParam } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import type { BatchQuery } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { batchWords as words } from "../../words/batches";
import { DeskOnly } from "../desk/DeskOnly";
import { PAGE_SIZE } from "../desk/view";
import { BatchActs } from "./BatchActs";
import { BatchHead } from "./BatchHead";
import type { BatchNode } from "./batchNode";
import { BatchDocument, BatchNewsDocument } from "./documents";
import { Entries } from "./Entries";
import { Rehearsal } from "./Rehearsal";
import "../desk/queue.css";
import "./batches.css";

const LIST = "batch-entries";
const nodeOf = (data: BatchQuery | null): BatchNode | null => (data?.node?.__typename === "Batch" ? data.node : null);
const listOf = (data: BatchQuery): BatchNode["entries"] | null => nodeOf(data)?.entries ?? null;

export default function BatchPage(): ReactNode {
  return <DeskOnly>{() => <Batch />}</DeskOnly>;
}

/** One batch: what is wrong with it stands before its list. */
function Batch(): ReactNode {
  const id = useParam("id");
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(BatchDocument, { id, first: PAGE_SIZE, after: null }, listOf, wanted);
  useLive(BatchNewsDocument, { after: data?.batches.cursor, id }, data !== null, ({ kind }) => {
    if (kind === "EVENT") reload();
  });
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={6} onRetry={reload} />;
  const batch = nodeOf(data);
  if (batch === null) return <Missing />;
  const waits = batch.state === "OPEN" || batch.state === "LOCKED";
  return (
    <Page title={batch.title} lead={batch.authority.name}>
      <div className="stack">
        <BatchHead batch={batch} />
        <BatchActs batch={batch} onDone={reload} />
        {waits && <Rehearsal id={batch.id} version={batch.version} />}
        <section className="card" aria-labelledby="entries">
          <h2 id="entries">{words.entries} <span className="queue-total tn">{batch.entries.totalCount}</span></h2>
          <Entries batch={batch} entries={nodes} list={LIST} onDone={reload} />
          <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total: batch.entries.totalCount }, more)} />
        </section>
      </div>
    </Page>
  );
}

function Missing(): ReactNode {
  return (
    <Page title={words.missing}>
      <div className="card"><EmptyState icon={<Lock />} title={words.missing} reason={words.missingReason} action={<Link className="link" to="/batches">{words.toList}</Link>} /></div>
    </Page>
  );
}
