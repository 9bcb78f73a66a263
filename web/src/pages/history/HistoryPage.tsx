import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { HistoryQuery } from "../../gql/graphql";
import { moreOf, usePages } from "../../live/usePages";
import { moment } from "../../words/format";
import { historyWords as words } from "../../words/history";
import { registrationStates } from "../../words/states";
import { professionTitle, registrationKinds } from "../../words/terms";
import "../registrations/registrations.css";

const HistoryDocument = graphql(/* GraphQL */ `
  query History($after: String) {
    registrations(first: 50, after: $after, orderBy: FILED, filter: { submitted: true }) {
      totalCount
      nodes { id kind profession grade state number filedAt decidedAt certificate { id number } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const LIST = "history-list";
const listOf = (data: HistoryQuery): HistoryQuery["registrations"] => data.registrations;

/** Every registration of the person, of every kind and profession, the first one first (S2-16, S2-17). */
export default function HistoryPage(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(HistoryDocument, { after: null }, listOf, wanted);
  return (
    <Page title={words.title} lead={words.lead}>
      {data === null && (fault === null ? <Skeleton onRetry={reload} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />)}
      {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
      <ol className="stack" id={LIST}>
        {nodes.map(({ id, kind, profession, grade, state, number, filedAt, decidedAt, certificate }) => (
          <li key={id} className="card case-card">
            <div className="row">
              <Link className="case-title" to={`/registrations/${id}`}>{registrationKinds[kind]} <span className="secondary">{professionTitle(profession, grade)}</span></Link>
              <Status {...registrationStates[state]} />
            </div>
            <p className="small secondary tn">{[words.filed(moment(filedAt)), decidedAt && words.decided(moment(decidedAt)), number].filter(Boolean).join("・")}</p>
            {certificate && <p className="small"><Link to={`/certificates/${certificate.id}`}>{words.certificate(certificate.number)}</Link></p>}
          </li>
        ))}
      </ol>
      <More list={LIST} shown={nodes.length} {...moreOf(pages, more)} />
    </Page>
  );
}
