import type { ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { Page } from "../../app/Page";
import { Link, useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Note } from "../../components/Note";
import { Skeleton } from "../../components/Skeleton";
import type { Action } from "../../gql/enums";
import { caseWords as words } from "../../words/case";
import { DeskOnly } from "../desk/DeskOnly";
import { RefuseForm } from "./decide/RefuseForm";
import { sentenceOf } from "./decide/sentence";
import { standingOf } from "./standing";
import { useCase } from "./useCase";
import "./case.css";

const ACTS: Record<string, Action> = { decline: "DECLINE_REGISTRATION", refuse: "REFUSE_REGISTRATION" };

/** 不予受理 and 不予注册 have a page of their own: never one press. */
export default function RefusePage(): ReactNode {
  const [id, act] = [useParam("id"), useParam("act")];
  const action = ACTS[act];
  if (action === undefined) return <NotFound />;
  return <DeskOnly>{(reviewer) => <Refuse key={id} id={id} me={reviewer.id} action={action} />}</DeskOnly>;
}

function Refuse({ id, me, action }: { id: string; me: string; action: Action }): ReactNode {
  const { one, missing, fault, reload, visit } = useCase(id, me);
  if (one === null) {
    if (missing) return <NotFound />;
    return fault !== null ? <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} /> : <Skeleton lines={6} onRetry={reload} />;
  }
  const standing = standingOf(one, me, visit);
  const available = standing.kind === "mine" ? standing.actions.find((candidate) => candidate.action === action) : undefined;
  const name = one.basic.name.full || one.basic.name.masked;
  const label = available?.label ?? (action === "REFUSE_REGISTRATION" ? words.refused : words.notAccepted);
  return (
    <div className="refuse">
      <p><Link className="tap" to={`/cases/${id}`}>{words.refuseBack}</Link></p>
      <Page title={label} lead={words.refuseLead(name)}>
        {available?.ready
          ? <RefuseForm one={one} action={action} label={label} onOvertaken={reload} />
          : <Note family="action"><strong>{words.refuseUnavailable}</strong><p>{available?.reason ?? sentenceOf(standing, one)}</p></Note>}
      </Page>
    </div>
  );
}
