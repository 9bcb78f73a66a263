import type { ReactNode } from "react";
import { useTitle } from "../../app/Page";
import { deskCounts } from "../../app/deskCounts";
import { Link, usePlace } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { Deadline } from "../../components/Deadline";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import type { ReturnedQuery } from "../../gql/graphql";
import { useStore } from "../../live/store";
import { moreOf, usePages } from "../../live/usePages";
import { deskWords as words } from "../../words/desk";
import { day } from "../../words/format";
import { registrationKinds, stageKinds } from "../../words/terms";
import { DeskOnly } from "./DeskOnly";
import { ReturnedDocument } from "./documents";
import { keepRoute } from "./neighbours";
import { PAGE_SIZE } from "./view";
import "./queue.css";

const LIST = "returned-list";
const listOf = (data: ReturnedQuery): ReturnedQuery["registrations"] => data.registrations;

type Returned = ReturnedQuery["registrations"]["nodes"][number];

export default function ReturnedPage(): ReactNode {
  return <DeskOnly>{() => <ReturnedList />}</DeskOnly>;
}

/** Cases that wait for their applicants: nothing to do here, but one is asked about them. */
function ReturnedList(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(ReturnedDocument, { first: PAGE_SIZE, after: null, text: null }, listOf, wanted);
  const back = usePlace().search.toString();
  const total = useStore(deskCounts).returned;
  useTitle(words.returnedTitle);
  return (
    <div className="queue">
      <div className="queue-head"><h1>{words.returnedTitle} {total !== null && <span className="queue-total tn">{total}</span>}</h1></div>
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data === null && fault === null && <Skeleton lines={6} onRetry={reload} />}
      {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.emptyReturned} reason={words.emptyReturnedReason} /></div>}
      <ul className="queue-cards returned" id={LIST}>
        {nodes.map((one) => <li key={one.id} className="queue-card"><ReturnedCase one={one} onOpen={() => keepRoute({ back: `/desk/returned?${back}`, ids: nodes.map(({ id }) => id) })} /></li>)}
      </ul>
      <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total }, more)} />
    </div>
  );
}

function ReturnedCase({ one, onOpen }: { one: Returned; onOpen: () => void }): ReactNode {
  const { name } = one.basic;
  const answered = one.remarks.filter((remark) => remark.answered).length;
  return (
    <>
      <div className="queue-card-top">
        <Link className="queue-name" to={`/cases/${one.id}`} onClick={onOpen}><PersonName>{name.full || name.masked}</PersonName></Link>
        <span className="secondary small">{registrationKinds[one.kind]} · {words.gradeShort(one.grade)}</span>
        <span className="tn secondary small">{one.number}</span>
      </div>
      <div className="secondary small">{one.employment.name}</div>
      <div className="queue-card-end">
        <span className="queue-card-marks">
          {one.deadline && <Deadline deadline={one.deadline} />}
          {one.stage && <span className="small secondary">{words.stageOf(stageKinds[one.stage.kind])}</span>}
          <span className="small secondary tn">{words.columns.remarks} {answered} / {one.remarks.length}</span>
        </span>
        <span className="small secondary tn">{day(one.updatedAt)}</span>
      </div>
    </>
  );
}
