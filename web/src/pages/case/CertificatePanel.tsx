import Download from "@ant-design/icons/es/icons/DownloadOutlined";
import Button from "antd/es/button";
import type { ReactNode } from "react";
import type { DeskCaseFragment } from "../../gql/graphql";
import { caseWords as words } from "../../words/case";
import { certificateWords } from "../../words/certificates";

/** The paper appears by itself once it is drawn. */
export function CertificatePanel({ certificate }: { certificate: NonNullable<DeskCaseFragment["certificate"]> }): ReactNode {
  const { number, validFrom, validUntil, document } = certificate;
  return (
    <section className="case-part" aria-labelledby="certificate">
      <h2 id="certificate">{words.certificate} <span className="tn case-number">{number}</span></h2>
      <p className="secondary tn">{certificateWords.validity} {certificateWords.period(validFrom, validUntil)}</p>
      {document?.downloadUrl ? <Button href={document.downloadUrl} icon={<Download aria-hidden="true" />}>{words.download}</Button> : <p className="small">{words.downloadMaking}</p>}
    </section>
  );
}
