import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { Deadline } from "../../components/Deadline";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { CasePartsFragment, RegistrationsQuery } from "../../gql/graphql";
import { moreOf, usePages } from "../../live/usePages";
import { common } from "../../words/common";
import { moment } from "../../words/format";
import { registrationWords as words } from "../../words/registrations";
import { registrationStates } from "../../words/states";
import { professionTitle, registrationKinds } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import { useCases } from "../parts/useCases";
import "./registrations.css";

const RegistrationsDocument = graphql(/* GraphQL */ `
  query Registrations($after: String) {
    registrations(first: 20, after: $after, orderBy: NEWEST) { cursor totalCount nodes { ...CaseParts } pageInfo { hasNextPage endCursor } }
  }
`);

const LIST = "case-list";
const listOf = (data: RegistrationsQuery): RegistrationsQuery["registrations"] => data.registrations;

export default function ListPage(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes: cases, ...pages } = usePages(RegistrationsDocument, { after: null }, listOf, wanted);
  const isFresh = useCases({ cursor: data?.registrations.cursor, known: cases, onUnknown: reload });
  return (
    <Page title={words.title} action={<GoButton to="/registrations/new" primary>{words.startNew}</GoButton>}>
      {data === null && fault === null && <Skeleton onRetry={reload} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data !== null && cases.length === 0 && <div className="card"><EmptyState title={words.empty} reason={words.emptyReason} /></div>}
      <ul className="stack" id={LIST}>{cases.map((one) => <CaseCard key={one.id} registration={one} fresh={isFresh(one.id)} />)}</ul>
      <More list={LIST} shown={cases.length} {...moreOf(pages, more)} />
    </Page>
  );
}

function CaseCard({ registration, fresh }: { registration: CasePartsFragment; fresh: boolean }): ReactNode {
  const { id, kind, profession, grade, state, number, employment, updatedAt, deadline } = registration;
  const to = state === "DRAFT" ? `/registrations/${id}/edit/pledge` : `/registrations/${id}`;
  return (
    <li className={fresh ? "card case-card fresh-mark" : "card case-card"}>
      <div className="row">
        <Link className="case-title" to={to}>{registrationKinds[kind]} <span className="secondary">{professionTitle(profession, grade)}</span></Link>
        <Status {...registrationStates[state]} />
        {fresh && <Status family="fresh" word={common.justUpdated} />}
      </div>
      <p className="small secondary">{[number, employment.name, words.updated(moment(updatedAt))].filter(Boolean).join("・")}</p>
      {state === "IN_REVIEW" && deadline && <Deadline deadline={deadline} />}
    </li>
  );
}
