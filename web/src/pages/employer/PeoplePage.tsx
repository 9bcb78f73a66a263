import Input from "antd/es/input/Input";
import { useMemo, useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import type { RegisteredPeopleQuery } from "../../gql/graphql";
import { moreOf, usePages } from "../../live/usePages";
import { employerWords as words } from "../../words/employer";
import { plainDate } from "../../words/format";
import { professionTitle, registrationKinds } from "../../words/terms";
import { PeopleDocument } from "./documents";

const LIST = "people-list";
const listOf = (data: RegisteredPeopleQuery): RegisteredPeopleQuery["certificates"] => data.certificates;

/** Who is registered at the employer, with the record of each (S3-27, S3-28). */
export default function PeoplePage(): ReactNode {
  const [text, setText] = useState("");
  const [wanted, more] = useWanted();
  const filter = useMemo(() => (text.trim() === "" ? null : { text: text.trim() }), [text]);
  const { data, fault, reload, nodes, ...pages } = usePages(PeopleDocument, { after: null, filter }, listOf, wanted);
  return (
    <Page title={words.people} lead={words.peopleLead}>
      <Input aria-label={words.search} placeholder={words.search} value={text} onChange={(event) => setText(event.target.value)} />
      {data === null && fault === null && <Skeleton onRetry={reload} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.nobody} reason={words.peopleLead} /></div>}
      <ul className="stack" id={LIST}>
        {nodes.map((one) => (
          <li key={one.id} className="card">
            <p><strong>{one.person.title}</strong>　{professionTitle(one.profession, one.grade)}　{one.specialties.map(({ name }) => name).join("、")}</p>
            <p className="small secondary">{[one.number, one.status, plainDate(one.validUntil)].filter(Boolean).join("・")}</p>
            <details>
              <summary>{words.records}</summary>
              <ul>{one.person.registrations.nodes.map(({ id, kind, updatedAt }) => <li key={id}><Link to={`/employer/reports/${id}`}>{registrationKinds[kind]}　{plainDate(updatedAt.slice(0, 10))}</Link></li>)}</ul>
            </details>
          </li>
        ))}
      </ul>
      <More list={LIST} shown={nodes.length} {...moreOf(pages, more)} />
    </Page>
  );
}
