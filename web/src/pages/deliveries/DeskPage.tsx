import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { setSearch, usePlace } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import type { DeliveryState } from "../../gql/enums";
import type { DeliveriesQuery } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { deliveryStates, deliveryWords as words } from "../../words/delivery";
import { DeskOnly } from "../desk/DeskOnly";
import { Exporting } from "../exports/Exporting";
import { PAGE_SIZE } from "../desk/view";
import { DeliveryActs } from "./DeliveryActs";
import { DeliveryFacts } from "./DeliveryFacts";
import { DeliveriesDocument, DeliveryNewsDocument } from "./documents";
import "../desk/queue.css";
import "../batches/batches.css";

const LIST = "delivery-list";
const STATES = Object.keys(deliveryStates) as DeliveryState[];
const listOf = (data: DeliveriesQuery): DeliveriesQuery["deliveries"] => data.deliveries;

export default function DeskPage(): ReactNode {
  return <DeskOnly>{() => <Deliveries />}</DeskOnly>;
}

/** What the maker of certificates sends: oldest first, by state. */
function Deliveries(): ReactNode {
  const [wanted, more] = useWanted();
  const asked = usePlace().search.get("state");
  const state = STATES.find((one) => one === asked) ?? null;
  const variables = { first: PAGE_SIZE, after: null, filter: state ? { states: [state] } : null };
  const { data, fault, reload, nodes, ...pages } = usePages(DeliveriesDocument, variables, listOf, wanted);
  useLive(DeliveryNewsDocument, { after: data?.deliveries.cursor }, data !== null, ({ kind }) => {
    if (kind === "EVENT") reload();
  });
  return (
    <Page title={words.deskTitle} lead={words.deskLead}>
      <div className="stack">
        <div className="segments" role="group" aria-label={words.tabs}>
          <button type="button" aria-pressed={state === null} onClick={() => setSearch({ state: null, pages: null })}>{words.all}</button>
          {STATES.map((one) => <button key={one} type="button" aria-pressed={state === one} onClick={() => setSearch({ state: one, pages: null })}>{deliveryStates[one].word}</button>)}
        </div>
        <Exporting kind="CERTIFICATES" />
        {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
        {data === null && fault === null && <Skeleton lines={5} onRetry={reload} />}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
        <ul className="stack plain-list" id={LIST}>
          {nodes.map((one) => <li key={one.id} className="card stack"><h2 className="tn">{one.certificateNumber}</h2><DeliveryFacts one={one} /><DeliveryActs one={one} /></li>)}
        </ul>
        <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total: data?.deliveries.totalCount ?? null }, more)} />
      </div>
    </Page>
  );
}
