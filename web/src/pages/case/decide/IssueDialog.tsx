import type { ReactNode } from "react";
import { Note } from "../../../components/Note";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { IssueDocument } from "../documents";
import { claimedOf } from "./claimedOf";
import { Confirmation } from "./Confirmation";
import type { DialogProps } from "./PassDialog";
import { useDecide } from "./useDecide";

export function IssueDialog({ available: { label, ready, reason }, onClose, onEnd }: DialogProps): ReactNode {
  const { one } = useCaseDesk();
  const { busy, errors, decide } = useDecide(IssueDocument);
  return (
    <Confirmation title={label} label={ready ? label : undefined} busy={busy} errors={errors} onAct={() => void decide(claimedOf(one)).then(onEnd)} onClose={onClose}>
      {ready ? <p>{words.issueBody(one.basic.name.full || one.basic.name.masked)}</p> : <Note family="action"><strong>{words.notReady}</strong><p>{reason}</p></Note>}
    </Confirmation>
  );
}
