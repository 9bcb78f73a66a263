import Eye from "@ant-design/icons/es/icons/EyeOutlined";
import Left from "@ant-design/icons/es/icons/LeftOutlined";
import Lock from "@ant-design/icons/es/icons/LockOutlined";
import Right from "@ant-design/icons/es/icons/RightOutlined";
import { useEffect, useRef, type ReactNode } from "react";
import { useClient } from "urql";
import { announce } from "../../app/announce";
import { Link } from "../../app/router";
import { Deadline } from "../../components/Deadline";
import { PersonName } from "../../components/PersonName";
import { Status } from "../../components/Status";
import type { DeskCaseFragment } from "../../gql/graphql";
import { caseWords as words } from "../../words/case";
import { registrationStates } from "../../words/states";
import { professionTitle, registrationKinds } from "../../words/terms";
import { AsOf } from "../desk/AsOf";
import { keptRoute, neighboursOf, type Neighbours } from "../desk/neighbours";
import { CaseDocument } from "./documents";
import { Release } from "./Release";
import type { Standing } from "./standing";
import { useClaim } from "./useClaim";

interface Props {
  one: DeskCaseFragment;
  me: string;
  myName: string;
  standing: Standing;
  reload: () => void;
}

/** What it is, in which state, by when, who has it, and who else looks at it. */
export function CaseHeader({ one, me, myName, standing, reload }: Props): ReactNode {
  const around = neighboursOf(keptRoute(), one.id);
  const { name } = one.basic;
  usePrefetch(around);
  return (
    <header className="case-head">
      <div className="case-title">
        <Link className="tap case-back" to={around.back}><Left aria-hidden="true" /> {words.back}</Link>
        <h1><PersonName>{name.full || name.masked}</PersonName></h1>
        <span className="secondary">{registrationKinds[one.kind]} · {professionTitle(one.profession, one.grade)}</span>
        <Status {...registrationStates[one.state]} />
        <span className="secondary tn">{one.number}</span>
        <span className="case-title-end">
          {one.deadline && ["IN_REVIEW", "RETURNED", "GRANTED"].includes(one.state) && <Deadline deadline={one.deadline} />}
          {around.at !== null && <Steps around={around} at={around.at} />}
        </span>
      </div>
      <ClaimLine one={one} me={me} myName={myName} standing={standing} reload={reload} />
    </header>
  );
}

function Steps({ around: { previous, next, total }, at }: { around: Neighbours; at: number }): ReactNode {
  return (
    <span className="case-steps">
      {previous === null ? <span className="icon-button" aria-hidden="true" /> : <Link className="icon-button" to={`/cases/${previous}`} aria-label={words.previous}><Left aria-hidden="true" /></Link>}
      <span className="tn" aria-hidden="true">{words.position(at, total)}</span>
      <span className="unseen">{words.positionLong(at, total)}</span>
      {next === null ? <span className="icon-button" aria-hidden="true" /> : <Link className="icon-button" to={`/cases/${next}`} aria-label={words.next}><Right aria-hidden="true" /></Link>}
    </span>
  );
}

const ENDING_MINUTES = 5;

function ClaimLine({ one, me, myName, standing, reload }: Props): ReactNode {
  const minutes = useClaim(one.workItem, me, reload);
  const others = one.viewers.map(({ label }) => label).filter((label) => label !== myName);
  useLookers(others.join(words.between));
  const [count, rest] = words.claimedFor(minutes ?? 0);
  return (
    <div className="case-claim">
      {standing.kind === "mine" && (
        <span className={minutes !== null && minutes <= ENDING_MINUTES ? "claim-ending" : ""}>
          <Lock aria-hidden="true" /> {words.claimed}{minutes !== null && <>{words.comma}<strong className="tn">{count}</strong> {rest}</>}
          {minutes !== null && minutes <= ENDING_MINUTES && <span className="case-release">{words.claimEnding}</span>}
          {one.workItem && <Release itemId={one.workItem.id} fence={one.workItem.fence ?? null} />}
        </span>
      )}
      {standing.kind === "other" && <span><Lock aria-hidden="true" /> {words.heldBy(standing.name)}</span>}
      {standing.kind === "free" && <span>{words.unclaimed}</span>}
      <AsOf />
      {others.length > 0 && <span className="case-viewers"><Eye aria-hidden="true" /> {words.looking(others.join(words.between))}</span>}
    </div>
  );
}

/** Says once that somebody else has come to look. */
function useLookers(names: string): void {
  const told = useRef("");
  useEffect(() => {
    if (names !== "" && names !== told.current) announce(words.announceLooking(names));
    told.current = names;
  }, [names]);
}

const PREFETCH_AFTER_MS = 300;

/** The neighbours are read ahead, so that J and K answer at once. */
function usePrefetch({ previous, next }: Neighbours): void {
  const client = useClient();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of [next, previous]) if (id !== null) void client.query(CaseDocument, { id }, { requestPolicy: "cache-first" }).toPromise();
    }, PREFETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, previous, next]);
}
