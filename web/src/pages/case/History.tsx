import { useState, type ReactNode } from "react";
import { More } from "../../components/More";
import type { ReviewedCaseEventsQuery } from "../../gql/graphql";
import type { Connection } from "../../live/pageChain";
import { moreOf, usePages } from "../../live/usePages";
import { caseWords as words } from "../../words/case";
import { moment } from "../../words/format";
import { useCaseDesk } from "./CaseContext";
import { CaseEventsDocument } from "./documents";

type Told = Extract<NonNullable<ReviewedCaseEventsQuery["node"]>, { events: unknown }>["events"]["nodes"][number];

const LIST = "case-history";
const listOf = ({ node }: ReviewedCaseEventsQuery): Connection<Told> | null => (node != null && "events" in node ? node.events : null);

/** The way of the case so far: its stages with their officers and opinions, then what is recorded of it. */
export function History(): ReactNode {
  const { one } = useCaseDesk();
  const [wanted, setWanted] = useState(1);
  const { nodes: events, ...pages } = usePages(CaseEventsDocument, { id: one.id, after: null }, listOf, wanted);
  const opinions = one.stages.filter(({ opinion }) => opinion);
  return (
    <section className="case-part" aria-labelledby="process">
      <h2 id="process">{words.process}</h2>
      <ol className="history" id={LIST}>
        {events.map(({ id, at, summary, actor }) => <li key={id}><span className="secondary tn">{moment(at)}</span><span>{actor.label} {summary}</span></li>)}
        {opinions.map(({ id, closedAt, officer, opinion }) => <li key={id}><span className="secondary tn">{closedAt ? moment(closedAt) : ""}</span><span>{officer ? `${officer.name} ${words.opinion}` : words.withdrawalReason}: {opinion}</span></li>)}
      </ol>
      {pages.hasMore && <More list={LIST} shown={events.length} {...moreOf(pages, () => setWanted(wanted + 1))} />}
      <div className="row small">
        {one.applicationForm?.downloadUrl && <a className="tap" href={one.applicationForm.downloadUrl}>{words.viewForm}</a>}
        {one.decisionLetter?.downloadUrl && <a className="tap" href={one.decisionLetter.downloadUrl}>{words.viewLetter}</a>}
      </div>
    </section>
  );
}
