import { graphql } from "@/gql";
import Button from "antd/es/button";
import type { ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { Page } from "../../app/Page";
import { Link, useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Facts, FieldRow } from "../../components/FieldRow";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import { StatusBand } from "../../components/StatusBand";
import { useData } from "../../live/useData";
import { certificateWords as words } from "../../words/certificates";
import { plainDate } from "../../words/format";
import { credentialStates } from "../../words/states";
import { kindWords } from "../../words/kinds";
import { professionTitle } from "../../words/terms";
import { Chain } from "./Chain";
import { Next } from "./Next";
import "../registrations/registrations.css";

const CertificateDocument = graphql(/* GraphQL */ `
  query OneCertificate($id: ID!) {
    node(id: $id) {
      __typename
      ... on Certificate {
        ...CertificateParts
        replacedBy { id number }
        person { id certificates(first: 20) { nodes { id number profession state validFrom validUntil registration { id kind } } } }
      }
    }
  }
`);

export default function CertificatePage(): ReactNode {
  const { data, fault, reload } = useData(CertificateDocument, { id: useParam("id") });
  const node = data?.node;
  if (node === undefined && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (node === undefined) return <Skeleton lines={6} onRetry={reload} />;
  if (node?.__typename !== "Certificate") return <NotFound />;
  const { number, profession, grade, state, person, employer, validFrom, validUntil, renewalOpensOn, seals, document, verifyCode, registration, reason, replacedBy } = node;
  return (
    <Page title={professionTitle(profession, grade)} lead={number}>
      <div className="stack narrow-page">
        <StatusBand
          {...credentialStates[state]} turn={words.until(plainDate(validUntil))}
          action={document?.downloadUrl ? <Button type="primary" href={document.downloadUrl}>{words.download}</Button> : undefined}
        />
        <section className="card">
          <Facts>
            <FieldRow label={words.holder}><PersonName>{person.name.full ?? person.name.masked}</PersonName></FieldRow>
            <FieldRow label={words.number}><span className="tn">{number}</span></FieldRow>
            <FieldRow label={words.employer}>{employer.name}</FieldRow>
            <FieldRow label={words.validity}><span className="tn">{words.period(plainDate(validFrom), plainDate(validUntil))}</span></FieldRow>
            {renewalOpensOn && <FieldRow label={words.renewal}>{words.renewalFrom(plainDate(renewalOpensOn))}</FieldRow>}
            {seals.map((seal) => <FieldRow key={seal.id} label={words.seal}><span className="tn">{seal.number}</span> <Status {...credentialStates[seal.state]} /></FieldRow>)}
            {reason && <FieldRow label={words.reason}>{reason}</FieldRow>}
            {replacedBy && <FieldRow label={credentialStates.REPLACED.word}><Link to={`/certificates/${replacedBy.id}`}>{kindWords.replacedBy(replacedBy.number)}</Link></FieldRow>}
            <FieldRow label={words.origin}><Link to={`/registrations/${registration.id}`}>{registration.number ?? words.origin}</Link></FieldRow>
            <FieldRow label={words.verify} note={words.verifyNote}><a href={`/verify/${verifyCode}`}>{words.openVerify}</a></FieldRow>
          </Facts>
          {!document?.downloadUrl && state !== "REPLACED" && <p className="secondary">{words.noDocument}</p>}
        </section>
        <Chain current={node.id} certificates={node.person.certificates.nodes.filter((one) => one.profession === profession)} />
        <Next certificate={node} />
      </div>
    </Page>
  );
}
