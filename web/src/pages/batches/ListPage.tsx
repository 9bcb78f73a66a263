import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { BatchesQuery, BatchPartsFragment } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { batchKinds, batchStates, batchWords as words } from "../../words/batches";
import { lastDay } from "../../words/format";
import { DeskOnly } from "../desk/DeskOnly";
import { PAGE_SIZE } from "../desk/view";
import "./batches.css";
import { BatchesDocument, BatchNewsDocument } from "./documents";

const LIST = "batch-list";
const listOf = (data: BatchesQuery): BatchesQuery["batches"] => data.batches;

export default function ListPage(): ReactNode {
  return <DeskOnly>{() => <List />}</DeskOnly>;
}

function List(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(BatchesDocument, { first: PAGE_SIZE, after: null }, listOf, wanted);
  useLive(BatchNewsDocument, { after: data?.batches.cursor, id: null }, data !== null, ({ kind }, news) => {
    if (kind === "EVENT" && news.batchChanged.event?.name === "BATCH_OPENED") reload();
  });
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack">
        {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
        {data === null && fault === null && <Skeleton lines={5} onRetry={reload} />}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
        <ul className="stack plain-list" id={LIST}>{nodes.map((one) => <li key={one.id} className="card"><Row batch={one} /></li>)}</ul>
        <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total: null }, more)} />
      </div>
    </Page>
  );
}

function Row({ batch: { id, number, kind, state, date, total, authority } }: { batch: BatchPartsFragment }): ReactNode {
  return (
    <div className="batch-row">
      <Link className="link" to={`/batches/${id}`}>{batchKinds[kind]} {number}</Link>
      <Status {...batchStates[state]} />
      <span className="tn">{lastDay(date)}</span>
      <span className="secondary small">{authority.name}</span>
      {total > 0 && <span className="secondary small tn">{words.items(total)}</span>}
    </div>
  );
}
