import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { navigate } from "../../../app/router";
import type { Action } from "../../../gql/enums";
import type { DeskCaseFragment } from "../../../gql/graphql";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { caseWords as words } from "../../../words/case";
import { ClaimDocument } from "../../desk/documents";
import { keptRoute, neighboursOf } from "../../desk/neighbours";
import { GoButton } from "../../parts/GoButton";
import { isUnmet } from "../FindingsPanel";
import { useCaseDesk } from "../CaseContext";
import { primaryOf, type Available, type Standing } from "../standing";
import { CopyRemarks } from "./CopyRemarks";
import { passWord, sentenceOf } from "./sentence";

interface Props {
  one: DeskCaseFragment;
  me: string;
  standing: Standing;
  onDecide: (action: Action) => void;
  onClaimed: () => void;
}

/** Always there and always as high: what can be done now, or why nothing can. */
export function DecideBar({ one, standing, onDecide, onClaimed }: Props): ReactNode {
  const { own } = useCaseDesk();
  const unmet = one.findings.filter(isUnmet).length;
  const summary = one.state === "GRANTED" ? words.summaryIssue : words.summary(own.length, unmet);
  return (
    <footer className="decide" aria-label={words.bar}>
      <div className="decide-note">
        {standing.kind === "mine"
          ? <><span>{summary}</span>{own.length > 0 && <span className="secondary decide-more">{words.summaryReturn}</span>}</>
          : <span role="status">{sentenceOf(standing, one)}</span>}
        {own.length > 0 && (standing.kind === "decided" || standing.kind === "lost") && <CopyRemarks own={own} decided={standing.kind === "decided"} />}
      </div>
      <div className="decide-buttons">
        {standing.kind === "mine" && <Decisions one={one} actions={standing.actions} onDecide={onDecide} />}
        {(standing.kind === "free" || (standing.kind === "lost" && standing.itemId !== null)) && <ClaimHere itemId={standing.itemId ?? ""} onClaimed={onClaimed} />}
        {(standing.kind === "decided" || standing.kind === "watching") && <NextCase id={one.id} />}
      </div>
    </footer>
  );
}

function Decisions({ one, actions, onDecide }: { one: DeskCaseFragment; actions: Available[]; onDecide: (action: Action) => void }): ReactNode {
  const { own } = useCaseDesk();
  const primary = primaryOf(actions, own.length);
  const order: Action[] = ["DECLINE_REGISTRATION", "REFUSE_REGISTRATION", "PASS_REGISTRATION", "ISSUE_CERTIFICATE", "RETURN_REGISTRATION"];
  const sorted = [...actions].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
  return sorted.map(({ action, label }) => {
    if (action === "DECLINE_REGISTRATION" || action === "REFUSE_REGISTRATION") {
      const act = action === "DECLINE_REGISTRATION" ? "decline" : "refuse";
      return <Button key={action} danger className="decide-refuse" onClick={() => navigate(`/cases/${one.id}/${act}`)}>{words.ellipsis(label)}</Button>;
    }
    const returns = action === "RETURN_REGISTRATION";
    const word = returns ? (own.length > 0 ? words.counted(label, own.length) : label) : passWord(one, label);
    return (
      <Button key={action} type={action === primary ? "primary" : "default"} onClick={() => onDecide(action)}>
        {word} <kbd aria-hidden="true">{returns ? "R" : "P"}</kbd>
      </Button>
    );
  });
}

function ClaimHere({ itemId, onClaimed }: { itemId: string; onClaimed: () => void }): ReactNode {
  const [claim, busy] = useAct(ClaimDocument);
  const [why, setWhy] = useState("");
  const press = async (): Promise<void> => {
    if (busy) return;
    const answer = await claim({ input: { id: itemId, idempotencyKey: newKey() } });
    if (answer.kind === "failed") setWhy(answer.fault.message || words.failed);
    else setWhy(answer.kind === "refused" ? (answer.errors[0]?.message ?? "") : "");
    onClaimed();
  };
  return (
    <>
      <span role="status" className="field-error">{why}</span>
      <Button type="primary" aria-disabled={busy} onClick={() => void press()}>{busy ? words.claiming : words.claimFirst}</Button>
    </>
  );
}

function NextCase({ id }: { id: string }): ReactNode {
  const { next, back } = neighboursOf(keptRoute(), id);
  return next === null ? <GoButton to={back}>{words.back}</GoButton> : <GoButton to={`/cases/${next}`} primary>{words.nextCase}</GoButton>;
}
