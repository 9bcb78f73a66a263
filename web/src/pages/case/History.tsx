import type { ReactNode } from "react";
import { useData } from "../../live/useData";
import { caseWords as words } from "../../words/case";
import { moment } from "../../words/format";
import { useCaseDesk } from "./CaseContext";
import { CaseEventsDocument } from "./documents";

/** The way of the case so far: its stages with their officers and opinions, then what is recorded of it. */
export function History(): ReactNode {
  const { one } = useCaseDesk();
  const { data } = useData(CaseEventsDocument, { id: one.id });
  const events = data?.node != null && "events" in data.node ? data.node.events.nodes : [];
  const opinions = one.stages.filter(({ opinion }) => opinion);
  return (
    <section className="case-part" aria-labelledby="process">
      <h2 id="process">{words.process}</h2>
      <ol className="history">
        {events.map(({ id, at, summary, actor }) => <li key={id}><span className="secondary tn">{moment(at)}</span><span>{actor.label} {summary}</span></li>)}
        {opinions.map(({ id, closedAt, officer, opinion }) => <li key={id}><span className="secondary tn">{closedAt ? moment(closedAt) : ""}</span><span>{officer ? `${officer.name} ${words.opinion}` : words.withdrawalReason}: {opinion}</span></li>)}
      </ol>
      <div className="row small">
        {one.applicationForm?.downloadUrl && <a className="tap" href={one.applicationForm.downloadUrl}>{words.viewForm}</a>}
        {one.decisionLetter?.downloadUrl && <a className="tap" href={one.decisionLetter.downloadUrl}>{words.viewLetter}</a>}
      </div>
    </section>
  );
}
