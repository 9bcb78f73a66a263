import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { useData } from "../../live/useData";
import { number } from "../../words/format";
import { stageKinds } from "../../words/terms";
import { workloadWords as words } from "../../words/workload";
import { DeskOnly } from "./DeskOnly";
import "./queue.css";

const WorkloadDocument = graphql(/* GraphQL */ `
  query Workload { workload { stage open overdue done reviewer { id name } } }
`);
const { columns } = words;

export default function WorkloadPage(): ReactNode {
  return <DeskOnly>{() => <Counted />}</DeskOnly>;
}

function Counted(): ReactNode {
  const { data, fault, reload } = useData(WorkloadDocument, {});
  const rows = data?.workload ?? [];
  return (
    <Page title={words.title} lead={words.lead}>
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data === null && fault === null && <Skeleton lines={5} onRetry={reload} />}
      {data !== null && rows.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
      {rows.length > 0 && (
        <div className="queue-scroll" role="region" aria-label={words.table} tabIndex={0}>
          <table className="queue-table">
            <thead><tr><th scope="col">{columns.stage}</th><th scope="col">{columns.who}</th><th scope="col">{columns.open}</th><th scope="col">{columns.overdue}</th><th scope="col">{columns.done}</th></tr></thead>
            <tbody>
              {rows.map(({ stage, reviewer, open, overdue, done }) => (
                <tr key={`${stage}/${reviewer?.id ?? ""}`}>
                  <th scope="row">{stageKinds[stage]}</th>
                  <td>{reviewer?.name ?? words.free}</td>
                  <td className="tn">{number(open)}</td>
                  <td className="tn">{overdue > 0 ? <strong>{number(overdue)}</strong> : 0}</td>
                  <td className="tn">{number(done)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
