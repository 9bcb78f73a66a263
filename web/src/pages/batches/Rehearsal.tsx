import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Link } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Note } from "../../components/Note";
import { PersonName } from "../../components/PersonName";
import type { RehearsalQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { batchWords as words } from "../../words/batches";
import { RehearsalDocument } from "./documents";

type Known = NonNullable<Extract<NonNullable<RehearsalQuery["node"]>, { __typename: "Batch" }>["rehearsal"]>;

/** What would happen now and why; asked for by a button, because it looks at every case. */
export function Rehearsal({ id, version }: { id: string; version: number }): ReactNode {
  const [asked, setAsked] = useState<number | null>(null);
  const { data, fault, fetching, reload } = useData(RehearsalDocument, { id }, asked === null);
  const known = data?.node?.__typename === "Batch" ? data.node.rehearsal : null;
  const press = (): void => {
    if (asked !== null) reload();
    setAsked(version);
  };
  return (
    <section className="card stack" aria-labelledby="rehearsal">
      <h2 id="rehearsal">{words.rehearse}</h2>
      <p className="secondary small">{words.rehearsalNote}</p>
      <div><Button onClick={press} aria-disabled={fetching}>{fetching ? words.rehearsing : words.rehearse}</Button></div>
      {fault && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      <div role="status">{known && <Found known={known} />}</div>
    </section>
  );
}

function Found({ known }: { known: Known }): ReactNode {
  return (
    <div className="stack">
      {known.willDrop > 0 && <Note family="refused"><strong>{words.stuck(known.willDrop)}</strong></Note>}
      <Note family="granted">
        <strong>{words.ready(known.willPass)}</strong>
        {known.outcomes.map(({ becomes, count }) => <p key={becomes}>{becomes}：{words.items(count)}</p>)}
      </Note>
      <ol className="stack plain-list">
        {known.problems.map(({ entry, findings }) => entry && (
          <li key={entry.id} className="batch-problem">
            <strong className="tn">{words.place(entry.place)}</strong> <PersonName>{entry.name.full ?? entry.name.masked}</PersonName> <span className="tn secondary">{entry.number}</span>
            <ul>{findings.map((finding) => <li key={finding.rule}>{finding.message}</li>)}</ul>
            {entry.registration && <Link className="link" to={`/cases/${entry.registration.id}`}>{words.openCase}</Link>}
          </li>
        ))}
      </ol>
    </div>
  );
}
