import { graphql } from "@/gql";
import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { Page } from "../../app/Page";
import { useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { StatusBand } from "../../components/StatusBand";
import { useData } from "../../live/useData";
import { common } from "../../words/common";
import { forcedWords } from "../../words/forced";
import { moment } from "../../words/format";
import { stageKinds } from "../../words/terms";
import { receiptWords as words } from "../../words/wizard";
import { GoButton } from "../parts/GoButton";
import { useCases } from "../parts/useCases";
import { RulebookDocument } from "../wizard/documents";
import "./check.css";

const ReceiptDocument = graphql(/* GraphQL */ `
  query Receipt($id: ID!) { node(id: $id) { __typename ... on Registration { ...CaseParts } } registrations(first: 1) { cursor } }
`);

export default function ReceiptPage(): ReactNode {
  const id = useParam("id");
  const { data, fault, reload } = useData(ReceiptDocument, { id });
  const node = data?.node;
  const registration = node?.__typename === "Registration" ? node : null;
  useCases({ cursor: data?.registrations.cursor, id, known: registration ? [registration] : [] });
  const { data: rules } = useData(RulebookDocument, { profession: registration?.profession ?? "FIRE_ENGINEER" }, registration === null);
  if (node === undefined && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (node === undefined) return <Skeleton lines={5} onRetry={reload} />;
  if (registration === null) return <NotFound />;
  const form = rules?.rulebook.forms.find((one) => one.kind === registration.kind);
  const { number, receipt, applicationForm, stages, resubmittedAt } = registration;
  const ahead = (form?.route ?? []).filter(({ stage }) => !stages.some(({ kind, state }) => kind === stage && state === "PASSED"));
  const withdrawable = registration.availableActions.some(({ action, ready }) => action === "WITHDRAW_REGISTRATION" && ready);
  const forced = registration.kind === "FORCED_DEREGISTRATION";
  const title = forced ? forcedWords.done : resubmittedAt == null ? words.title : words.titleAgain;
  const sent = resubmittedAt ?? stages.find((stage) => stage.openedAt != null)?.openedAt;
  return (
    <Page title={title} lead={words.meaning}>
      <div className="stack narrow-page">
        <StatusBand family="granted" word={title} turn={sent ? moment(sent) : words.told} />
        <section className="card stack">
          {number && <p className="receipt-number">{words.number}<span className="tn">{number}</span><CopyButton text={number} /></p>}
          <h2>{words.next}</h2>
          <ol className="next-steps">
            {ahead.map(({ stage, workdays }) => <li key={stage}>{workdays == null ? words.stageOnly(stageKinds[stage]) : words.stage(stageKinds[stage], workdays)}</li>)}
          </ol>
          <p>{words.told}</p>
          {form && withdrawable && <p>{words.withdraw[form.withdrawUntil]}</p>}
          {!receipt?.downloadUrl && <p className="secondary">{words.making}</p>}
          <div className="row">
            <GoButton to={`/registrations/${id}`} primary>{words.progress}</GoButton>
            {forced && <GoButton to="/employer/forced">{forcedWords.toList}</GoButton>}
            {receipt?.downloadUrl && <Button href={receipt.downloadUrl}>{words.download}</Button>}
            {applicationForm?.downloadUrl && <Button href={applicationForm.downloadUrl}>{words.downloadForm}</Button>}
          </div>
        </section>
      </div>
    </Page>
  );
}

function CopyButton({ text }: { text: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  return <Button size="small" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{copied ? common.copied : common.copy}</Button>;
}
