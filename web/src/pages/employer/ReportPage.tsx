import type { ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { Page } from "../../app/Page";
import { useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Facts, FieldRow } from "../../components/FieldRow";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { ReportQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { useLive } from "../../live/useLive";
import { employerWords as words } from "../../words/employer";
import { fieldWords } from "../../words/fields";
import { registrationStates, stageStates } from "../../words/states";
import { attachmentKinds, registrationKinds, sexes, stageKinds, termKinds } from "../../words/terms";
import { experienceWords } from "../../words/wizardLists";
import { Decide } from "./Decide";
import { ReportChangesDocument, ReportDocument } from "./documents";
import "./employer.css";

type Case = Extract<ReportQuery["node"], { __typename: "Registration" }>;

/** One application before the employer: the data, the pictures, and the decision (S3-22 to S3-24). */
export default function ReportPage(): ReactNode {
  const id = useParam("id");
  const { data, fault, reload } = useData(ReportDocument, { id });
  useLive(ReportChangesDocument, { id }, true, reload);
  const node = data?.node;
  if (node === undefined && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (node === undefined) return <Skeleton lines={6} onRetry={reload} />;
  if (node?.__typename !== "Registration") return <NotFound />;
  return (
    <Page title={`${node.basic.name.full ?? node.basic.name.masked}　${registrationKinds[node.kind]}`} lead={node.number ?? undefined}>
      <div className="stack">
        <p><Status {...registrationStates[node.state]} /></p>
        <Content registration={node} />
        <Papers registration={node} />
        <Steps registration={node} />
        <Decide registration={node} onDone={reload} />
      </div>
    </Page>
  );
}

function Content({ registration: { basic, employment, specialties, experience } }: { registration: Case }): ReactNode {
  const row = (path: string, value: string | null | undefined): ReactNode => value && <FieldRow label={fieldWords.of(path.split("."))}>{value}</FieldRow>;
  return (
    <section className="card">
      <h2>{words.data}</h2>
      <Facts>
        {row("basic.name", basic.name.full ?? basic.name.masked)}
        {row("basic.sex", basic.sex && sexes[basic.sex])}
        {row("basic.birthDate", basic.birthDate)}
        {row("basic.education", basic.education)}
        {row("basic.qualification", basic.qualification?.certificateNumber)}
        {row("specialties", specialties.map(({ name }) => name).join("、"))}
        {row("employment.name", employment.name)}
        {row("employment.department", employment.department)}
        {row("employment.post", employment.post)}
        {row("employment.term", employment.term && termKinds[employment.term])}
        {row("employment.termFrom", employment.termFrom)}
        {row("employment.termUntil", employment.termUntil)}
        {experience.map((one) => <FieldRow key={one.id} label={experienceWords.period(one.from, one.until)}>{one.employer}　{one.work}</FieldRow>)}
      </Facts>
    </section>
  );
}

/** Pictures open larger in a tab of their own. */
function Papers({ registration: { attachments, basic } }: { registration: Case }): ReactNode {
  const files = [...(basic.photo ? [{ id: "photo", label: fieldWords.of(["basic", "photo"]), file: basic.photo }] : []), ...attachments.map(({ id, kind, file }) => ({ id, label: attachmentKinds[kind], file }))];
  return (
    <section className="card">
      <h2>{words.papers}</h2>
      <ul className="paper-grid">
        {files.map(({ id, label, file }) => (
          <li key={id}>
            <a href={file.downloadUrl ?? undefined} target="_blank" rel="noreferrer" aria-label={words.enlarge(label)}>
              {file.previewUrl ? <img src={file.previewUrl} alt="" /> : file.name}
            </a>
            <span className="small">{label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ registration: { stages } }: { registration: Case }): ReactNode {
  return (
    <section className="card">
      <h2>{words.steps}</h2>
      <Facts>{stages.map(({ id, kind, state, opinion }) => <FieldRow key={id} label={stageKinds[kind]} note={opinion}>{stageStates[state].word}</FieldRow>)}</Facts>
    </section>
  );
}
