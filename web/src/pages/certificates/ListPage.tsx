import { graphql } from "@/gql";
import Safety from "@ant-design/icons/es/icons/SafetyCertificateOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import { useData } from "../../live/useData";
import { certificateWords as words } from "../../words/certificates";
import { plainDate } from "../../words/format";
import { credentialStates } from "../../words/states";
import { professionTitle } from "../../words/terms";
import "../registrations/registrations.css";

const CertificatesDocument = graphql(/* GraphQL */ `
  query Certificates { certificates(first: 50, orderBy: NEWEST) { nodes { ...CertificateParts } } }
`);

export default function ListPage(): ReactNode {
  const { data, fault, reload } = useData(CertificatesDocument, {});
  const certificates = data?.certificates.nodes ?? [];
  return (
    <Page title={words.title}>
      {data === null && fault === null && <Skeleton onRetry={reload} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data !== null && certificates.length === 0 && <div className="card"><EmptyState icon={<Safety />} title={words.none} reason={words.noneReason} /></div>}
      <ul className="stack">
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
    </Page>
  );
}
