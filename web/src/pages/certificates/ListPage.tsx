import { graphql } from "@/gql";
import Safety from "@ant-design/icons/es/icons/SafetyCertificateOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { CertificatesQuery } from "../../gql/graphql";
import { moreOf, usePages } from "../../live/usePages";
import { certificateWords as words } from "../../words/certificates";
import { plainDate } from "../../words/format";
import { credentialStates } from "../../words/states";
import { professionTitle } from "../../words/terms";
import "../registrations/registrations.css";

const CertificatesDocument = graphql(/* GraphQL */ `
  query Certificates($after: String) {
    certificates(first: 50, after: $after, orderBy: NEWEST) { totalCount nodes { ...CertificateParts } pageInfo { hasNextPage endCursor } }
  }
`);

const LIST = "certificate-list";
const listOf = (data: CertificatesQuery): CertificatesQuery["certificates"] => data.certificates;

export default function ListPage(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes: certificates, ...pages } = usePages(CertificatesDocument, { after: null }, listOf, wanted);
  return (
    <Page title={words.title}>
      {data === null && fault === null && <Skeleton onRetry={reload} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data !== null && certificates.length === 0 && <div className="card"><EmptyState icon={<Safety />} title={words.none} reason={words.noneReason} /></div>}
      <ul className="stack" id={LIST}>
        {certificates.map(({ id, number, profession, grade, state, validUntil }) => (
          <li key={id} className="card case-card">
            <div className="row">
              <Link className="case-title" to={`/certificates/${id}`}>{professionTitle(profession, grade)}</Link>
              <Status {...credentialStates[state]} />
            </div>
            <p className="small secondary tn">{number}　{words.until(plainDate(validUntil))}</p>
          </li>
        ))}
      </ul>
      <More list={LIST} shown={certificates.length} {...moreOf(pages, more)} />
    </Page>
  );
}
