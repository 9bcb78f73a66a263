import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { useParam } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import type { RevocationsQuery } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { revocationWords as words } from "../../words/revocations";
import { DeskOnly } from "../desk/DeskOnly";
import { RevocationNewsDocument, RevocationsDocument } from "./documents";
import { Find } from "./Find";
import { Item } from "./Item";
import { One } from "./One";

const PAGE = 20;
const LIST = "revocations-list";
const listOf = (data: RevocationsQuery): RevocationsQuery["revocations"] => data.revocations;

export default function RevocationsPage(): ReactNode {
  const id = useParam("id");
  return <DeskOnly>{() => (id ? <One id={id} /> : <Revocations />)}</DeskOnly>;
}

/** What waits for a second reviewer, what was decided, and where a new one begins. */
function Revocations(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(RevocationsDocument, { first: PAGE, after: null, filter: null }, listOf, wanted);
  const cursor = data?.revocations.cursor;
  useLive(RevocationNewsDocument, { after: cursor }, cursor != null, (frame, _, own) => {
    if (frame.kind === "EVENT" && !own) reload();
  });
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack">
        <Find onProposed={reload} />
        <h2>{words.list}</h2>
        {data === null && fault === null && <Skeleton onRetry={reload} />}
        {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
        <ul className="stack" id={LIST}>{nodes.map((one) => <li key={one.id}><Item one={one} onDone={reload} /></li>)}</ul>
        <More list={LIST} shown={nodes.length} {...moreOf(pages, more)} />
      </div>
    </Page>
  );
}
