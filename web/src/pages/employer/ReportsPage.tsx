import { useMemo, useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { ReportsQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { employerWords as words } from "../../words/employer";
import { moment } from "../../words/format";
import { registrationStates } from "../../words/states";
import { professionTitle, registrationKinds } from "../../words/terms";
import { ReportChangesDocument, ReportsDocument, SpecialtiesDocument } from "./documents";
import { EVERYTHING, filterOf, type Looked } from "./filter";

const LIST = "report-list";
const listOf = (data: ReportsQuery): ReportsQuery["registrations"] => data.registrations;

/** The applications of the employer's people; new ones arrive by themselves. */
export default function ReportsPage(): ReactNode {
  const [looked, setLooked] = useState(EVERYTHING);
  const [wanted, more] = useWanted();
  const filter = useMemo(() => filterOf(looked), [looked]);
  const { data, fault, reload, nodes, ...pages } = usePages(ReportsDocument, { after: null, filter }, listOf, wanted);
  useLive(ReportChangesDocument, {}, true, reload);
  return (
    <Page title={words.reports} lead={words.reportsLead}>
      <Filters looked={looked} onLook={setLooked} />
      {data === null && fault === null && <Skeleton onRetry={reload} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
      <ul className="stack" id={LIST}>
        {nodes.map((one) => (
          <li key={one.id} className="card">
            <div className="row">
              <Link className="case-title" to={`/employer/reports/${one.id}`}>{one.basic.name.full ?? one.basic.name.masked}　{registrationKinds[one.kind]}</Link>
              <Status {...registrationStates[one.state]} />
            </div>
            <p className="small secondary">{[professionTitle(one.profession, one.grade), one.specialties.map(({ name }) => name).join("、"), one.number, moment(one.updatedAt)].filter(Boolean).join("・")}</p>
          </li>
        ))}
      </ul>
      <More list={LIST} shown={nodes.length} {...moreOf(pages, more)} />
    </Page>
  );
}

function Filters({ looked, onLook }: { looked: Looked; onLook: (looked: Looked) => void }): ReactNode {
  const specialties = useData(SpecialtiesDocument, {}).data?.specialties ?? [];
  const choice = (name: "status" | "kind" | "specialty", label: string, options: [string, string][]): ReactNode => (
    <label className="field">
      {label}
      <select className="select" value={looked[name]} onChange={(event) => onLook({ ...looked, [name]: event.target.value })}>
        {options.map(([key, word]) => <option key={key} value={key}>{word}</option>)}
      </select>
    </label>
  );
  const day = (name: "from" | "until", label: string): ReactNode => (
    <label className="field">
      {label}
      <input className="select" type="date" value={looked[name]} onChange={(event) => onLook({ ...looked, [name]: event.target.value })} />
    </label>
  );
  return (
    <section className="card fields" aria-label={words.status}>
      {choice("status", words.status, Object.entries(words.statuses))}
      {choice("kind", words.kind, [["", words.any], ...Object.entries(registrationKinds)])}
      {choice("specialty", words.specialty, [["", words.any], ...specialties.map(({ id, name }): [string, string] => [id, name])])}
      {day("from", words.from)}
      {day("until", words.until)}
    </section>
  );
}
