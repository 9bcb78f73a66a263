import type { ReactNode } from "react";
import { Deadline } from "../../components/Deadline";
import { PersonName } from "../../components/PersonName";
import type { QueueItemFragment } from "../../gql/graphql";
import { deskWords as words } from "../../words/desk";
import { registrationKinds } from "../../words/terms";
import { Handler } from "./Handler";
import { caseOf, nameOf } from "./items";
import { lookOf, Marks } from "./Marks";
import { OpenLink } from "./OpenLink";
import type { RowsProps } from "./rowsProps";
import { ROWS_ID, rowId } from "./useQueueKeys";

/** The same facts in the same order, for phones. */
export function QueueCards(props: RowsProps): ReactNode {
  return <ul className="queue-cards" id={ROWS_ID}>{props.shown.map((item) => <Card key={item.id} item={item} {...props} />)}</ul>;
}

function Card({ item, ...props }: RowsProps & { item: QueueItemFragment }): ReactNode {
  const { queue, me, selected, onSelect, onOpen, claims, current } = props;
  const subject = caseOf(item);
  const name = nameOf(item);
  const gone = queue.rows.left.has(item.id);
  const fresh = queue.justClaimed(item.id);
  return (
    <li id={rowId(item.id)} className={`queue-card ${lookOf(item, { me, gone, fresh, current: current === item.id })}`}>
      <div className="queue-card-top">
        <OpenLink item={item} onOpen={onOpen}><PersonName>{name}</PersonName></OpenLink>
        <span className="secondary small">{[subject ? registrationKinds[subject.kind] : item.subject.title, words.gradeShort(subject?.grade)].filter(Boolean).join(" · ")}</span>
        {!gone && <label className="queue-card-tick"><input type="checkbox" aria-label={words.select(name)} checked={selected.has(item.id)} onChange={() => onSelect(item.id)} /></label>}
      </div>
      <div className="secondary small">{subject?.employment.name}</div>
      <div className="queue-card-end">
        <span className="queue-card-marks">{item.deadline && <Deadline deadline={item.deadline} />}<Marks item={item} fresh={fresh} /></span>
        <Handler item={item} me={me} claims={claims} left={queue.rows.left} />
      </div>
    </li>
  );
}
