import type { ReactNode } from "react";
import { Note } from "../../../components/Note";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { ReturnDocument } from "../documents";
import { inputsOf } from "../remarks";
import { claimedOf } from "./claimedOf";
import { Confirmation } from "./Confirmation";
import type { DialogProps } from "./PassDialog";
import { useDecide } from "./useDecide";

export function ReturnDialog({ available: { label, ready, reason }, onClose, onEnd }: DialogProps): ReactNode {
  const { one, own, remarks } = useCaseDesk();
  const { busy, errors, decide } = useDecide(ReturnDocument);
  const possible = ready && own.length > 0;
  const act = async (): Promise<void> => {
    const how = await decide({ ...claimedOf(one), remarks: inputsOf(own) });
    if (how === "done") remarks.accepted();
    onEnd(how);
  };
  return (
    <Confirmation title={words.returnTitle(own.length)} label={possible ? words.counted(label, own.length) : undefined} busy={busy} errors={errors} onAct={() => void act()} onClose={onClose}>
      {!ready && <Note family="action"><strong>{words.notReady}</strong><p>{reason}</p></Note>}
      {ready && own.length === 0 && <Note family="action">{words.returnNone}</Note>}
      {possible && <p>{words.returnBody(one.basic.name.full || one.basic.name.masked)}</p>}
      <ul className="list">{own.map(({ key, label: place, text }) => <li key={key}><strong>{place}</strong><p>{text}</p></li>)}</ul>
    </Confirmation>
  );
}
