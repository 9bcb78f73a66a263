import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Link } from "../../app/router";
import { ActDialog } from "../../components/ActDialog";
import { Field } from "../../components/Field";
import { PersonName } from "../../components/PersonName";
import { Status } from "../../components/Status";
import { Writing } from "../../components/Writing";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { batchWords as words, entryStates } from "../../words/batches";
import { registrationKinds } from "../../words/terms";
import type { BatchNode } from "./batchNode";
import { DeferEntryDocument } from "./documents";

type Entry = BatchNode["entries"]["nodes"][number];
const LONGEST_REASON = 500;
const { columns } = words;

interface Props {
  batch: BatchNode;
  entries: Entry[];
  list: string;
  onDone: () => void;
}

export function Entries({ batch, entries, list, onDone }: Props): ReactNode {
  const [deferring, defer] = useState<Entry | null>(null);
  const may = batch.availableActions.some(({ action, ready }) => action === "DEFER_BATCH_ENTRY" && ready);
  return (
    <div className="queue-scroll" role="region" aria-label={words.table} tabIndex={0}>
      <table className="queue-table">
        <thead>
          <tr>
            <th scope="col">{columns.place}</th><th scope="col">{columns.name}</th><th scope="col">{columns.number}</th>
            <th scope="col">{columns.matter}</th><th scope="col">{columns.employer}</th><th scope="col">{columns.state}</th>
            {may && <th scope="col">{columns.act}</th>}
          </tr>
        </thead>
        <tbody id={list}>
          {entries.map((one) => (
            <tr key={one.id}>
              <td className="tn">{one.place}</td>
              <th scope="row">{one.registration ? <Link className="link" to={`/cases/${one.registration.id}`}><PersonName>{one.name.full ?? one.name.masked}</PersonName></Link> : <PersonName>{one.name.full ?? one.name.masked}</PersonName>}</th>
              <td className="tn">{one.number}</td>
              <td className="no-break">{registrationKinds[one.kind]}</td>
              <td>{one.employerName}</td>
              <td><Status {...entryStates[one.state]} />{one.reason && <div className="small secondary">{one.reason}</div>}</td>
              {may && <td>{one.state === "WAITING" && <Button size="small" onClick={() => defer(one)}>{words.defer.button}</Button>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {deferring && <Defer batch={batch} entry={deferring} onClose={() => defer(null)} onDone={() => { defer(null); onDone(); }} />}
    </div>
  );
}

function Defer({ batch: { id, version }, entry, onClose, onDone }: { batch: BatchNode; entry: Entry; onClose: () => void; onDone: () => void }): ReactNode {
  const [defer] = useAct(DeferEntryDocument);
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  return (
    <ActDialog
      title={words.defer.title}
      body={words.defer.body}
      words={{ act: words.defer.button, busy: words.working, keep: words.keep }}
      missing={() => (reason.trim() === "" ? words.empty : null)}
      act={() => defer({ input: { id, version, entryId: entry.id, reason: reason.trim(), idempotencyKey: key } })}
      onDone={onDone}
      onClose={onClose}
    >
      <Field id="defer-reason" label={words.reason} required>{(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={reason} onText={setReason} />}</Field>
    </ActDialog>
  );
}
