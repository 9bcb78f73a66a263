import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { Page } from "../../app/Page";
import { useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { Timeline } from "../../components/Timeline";
import { useData } from "../../live/useData";
import { registrationWords as words } from "../../words/registrations";
import { professionTitle, registrationKinds } from "../../words/terms";
import { CaseDelivery } from "../deliveries/CaseDelivery";
import { CaseBand } from "../parts/CaseBand";
import { stepsOf } from "../parts/steps";
import { useCases } from "../parts/useCases";
import { Answers } from "../submit/Answers";
import { amendmentOf } from "../wizard/steps";
import { CaseFiles } from "./CaseFiles";
import { CaseRemarks } from "./CaseRemarks";
import { ContactCard } from "./ContactCard";
import { Withdraw } from "./Withdraw";
import "../submit/check.css";
import "./registrations.css";

const CaseDocument = graphql(/* GraphQL */ `
  query Case($id: ID!) {
    node(id: $id) { __typename ... on Registration { ...CaseParts ...DraftParts } }
    registrations(first: 1) { cursor }
  }
`);

export default function CasePage(): ReactNode {
  const id = useParam("id");
  const { data, fault, reload } = useData(CaseDocument, { id });
  const node = data?.node;
  const registration = node?.__typename === "Registration" ? node : null;
  const isFresh = useCases({ cursor: data?.registrations.cursor, id, known: registration ? [registration] : [] });
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={6} onRetry={reload} />;
  if (registration === null) return <NotFound />;
  const { kind, profession, grade, number } = registration;
  return (
    <Page title={registrationKinds[kind]} lead={[professionTitle(profession, grade), number].filter(Boolean).join("・")}>
      <div className="case-page">
        <div className="stack">
          <CaseBand registration={registration} amend={amendmentOf(id, registration.remarks)} />
          <CaseRemarks registration={registration} />
          <section className="card"><h2>{words.progress}</h2><Timeline steps={stepsOf(registration, isFresh(id))} /></section>
          <h2>{words.content}</h2>
          <Answers registration={registration} changeable={registration.state === "DRAFT" || registration.state === "RETURNED"} />
        </div>
        <div className="stack">
          <CaseFiles registration={registration} />
          <CaseDelivery key={registration.version} id={id} />
          <ContactCard authority={registration.stage?.authority ?? registration.authority} />
          <Withdraw registration={registration} />
        </div>
      </div>
    </Page>
  );
}
