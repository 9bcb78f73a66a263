import type { ReactNode } from "react";
import { Deadline } from "../../components/Deadline";
import { PersonName } from "../../components/PersonName";
import type { QueueItemFragment } from "../../gql/graphql";
import { deskWords as words } from "../../words/desk";
import { day } from "../../words/format";
import { registrationKinds } from "../../words/terms";
import { Handler } from "./Handler";
import { caseOf, nameOf } from "./items";
import { lookOf, Marks } from "./Marks";
import { OpenLink } from "./OpenLink";
import type { RowsProps } from "./rowsProps";
import { ROWS_ID, rowId } from "./useQueueKeys";

const { columns } = words;

/** The queue on a desktop: a plain table, so that 50 rows cost nothing and every reader knows it. */
export function QueueTable(props: RowsProps): ReactNode {
  const { shown, queue, selected, onSelectAll } = props;
  const free = shown.filter(({ id }) => !queue.rows.left.has(id)).map(({ id }) => id);
  const all = free.length > 0 && free.every((id) => selected.has(id));
  return (
    <div className="queue-scroll" role="region" aria-label={words.table} tabIndex={0}>
      <table className="queue-table">
        <thead>
          <tr>
            <th scope="col" className="tick"><input type="checkbox" aria-label={words.selectAll} checked={all} onChange={() => onSelectAll(all ? [] : free)} /></th>
            <th scope="col">{columns.deadline}</th>
            <th scope="col">{columns.applicant}</th>
            <th scope="col">{columns.matter}</th>
            <th scope="col">{columns.employer}</th>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.arrived}</th>
            <th scope="col">{columns.marks}</th>
            <th scope="col">{columns.handler}</th>
          </tr>
        </thead>
        <tbody id={ROWS_ID}>{shown.map((item) => <Row key={item.id} item={item} {...props} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ item, ...props }: RowsProps & { item: QueueItemFragment }): ReactNode {
  const { queue, me, selected, onSelect, onOpen, claims, current } = props;
  const subject = caseOf(item);
  const name = nameOf(item);
  const gone = queue.rows.left.has(item.id);
  return (
    <tr id={rowId(item.id)} className={lookOf(item, { me, gone, fresh: queue.justClaimed(item.id), current: current === item.id })}>
      <td className="tick">{!gone && <input type="checkbox" aria-label={words.select(name)} checked={selected.has(item.id)} onChange={() => onSelect(item.id)} />}</td>
      <td>{item.deadline && <Deadline deadline={item.deadline} />}</td>
      <th scope="row"><OpenLink item={item} onOpen={onOpen}><PersonName>{name}</PersonName></OpenLink></th>
      <td className="no-break">{subject ? registrationKinds[subject.kind] : item.subject.title} <span className="secondary small">{words.gradeShort(subject?.grade)}</span></td>
      <td>{subject?.employment.name}</td>
      <td className="tn">{subject?.number}</td>
      <td className="tn">{day(item.addedAt)}</td>
      <td><Marks item={item} fresh={queue.justClaimed(item.id)} /></td>
      <td><Handler item={item} me={me} claims={claims} left={queue.rows.left} /></td>
    </tr>
  );
}
