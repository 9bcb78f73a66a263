import Safety from "@ant-design/icons/es/icons/SafetyCertificateOutlined";
import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { EmptyState } from "../../components/EmptyState";
import { Status } from "../../components/Status";
import type { CertificatePartsFragment } from "../../gql/graphql";
import { plainDate } from "../../words/format";
import { homeWords as words } from "../../words/home";
import { certificateWords } from "../../words/certificates";
import { credentialStates } from "../../words/states";
import { professionTitle } from "../../words/terms";

export function CertificateCard({ certificates }: { certificates: CertificatePartsFragment[] }): ReactNode {
  return (
    <section className="card">
      <h2>{words.certificate}</h2>
      {certificates.length === 0 && <EmptyState icon={<Safety />} title={words.noCertificate} reason={words.noCertificateReason} />}
      <ul className="list">
        {certificates.map(({ id, number, profession, grade, state, validUntil }) => (
          <li key={id} className="certificate-line">
            <Link className="plain-link" to={`/certificates/${id}`}>{professionTitle(profession, grade)}</Link>
            <Status {...credentialStates[state]} />
            <span className="small secondary tn">{number}</span>
            <span className="small secondary tn">{certificateWords.until(plainDate(validUntil))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
