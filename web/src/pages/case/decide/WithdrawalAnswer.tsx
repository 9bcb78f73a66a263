import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import { Writing } from "../../../components/Writing";
import type { Action } from "../../../gql/enums";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { AllowWithdrawalDocument, DenyWithdrawalDocument } from "../documents";
import { claimedOf } from "./claimedOf";
import { Confirmation } from "./Confirmation";
import { useDecide } from "./useDecide";

interface Props {
  onOvertaken: () => void;
  onActed: () => void;
}

type End = (how: "done" | "overtaken" | "refused") => void;

/** What the applicant asks, above the case until it is answered; the buttons are the service's. */
export function WithdrawalAnswer({ onOvertaken, onActed }: Props): ReactNode {
  const { one } = useCaseDesk();
  const [answering, setAnswering] = useState<Action | null>(null);
  if (one.withdrawalRequest?.state !== "OPEN") return null;
  const answers = one.availableActions.filter(({ action, ready }) => ready && (action === "ALLOW_WITHDRAWAL" || action === "DENY_WITHDRAWAL"));
  const close = (): void => setAnswering(null);
  const end = (acted: () => void): End => (how) => {
    if (how === "refused") return;
    if (how === "overtaken") onOvertaken();
    if (how === "done") acted();
    close();
  };
  return (
    <Note family="action">
      <strong>{words.asksBack}</strong>
      <p>{one.withdrawalRequest.reason}</p>
      {answers.length === 0 && <p className="small">{words.asksBackHolder}</p>}
      <div className="row">{answers.map(({ action, label }) => <Button key={action} onClick={() => setAnswering(action)}>{words.ellipsis(label)}</Button>)}</div>
      {answering === "ALLOW_WITHDRAWAL" && <Allow onClose={close} onEnd={end(onActed)} />}
      {answering === "DENY_WITHDRAWAL" && <Deny onClose={close} onEnd={end(() => undefined)} />}
    </Note>
  );
}

function Allow({ onClose, onEnd }: { onClose: () => void; onEnd: End }): ReactNode {
  const { one } = useCaseDesk();
  const { busy, errors, decide } = useDecide(AllowWithdrawalDocument);
  return (
    <Confirmation title={words.allowTitle} label={words.allow} busy={busy} errors={errors} onAct={() => void decide(claimedOf(one)).then(onEnd)} onClose={onClose}>
      <p>{words.allowBody(one.basic.name.full || one.basic.name.masked)}</p>
    </Confirmation>
  );
}

function Deny({ onClose, onEnd }: { onClose: () => void; onEnd: End }): ReactNode {
  const { one } = useCaseDesk();
  const { busy, errors, decide } = useDecide(DenyWithdrawalDocument);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const act = async (): Promise<void> => {
    if (reason.trim() === "") return setMissing(words.denyEmpty);
    setMissing(null);
    onEnd(await decide({ ...claimedOf(one), reason: reason.trim() }));
  };
  return (
    <Confirmation title={words.denyTitle} label={words.deny} busy={busy} errors={errors} onAct={() => void act()} onClose={onClose}>
      <p>{words.denyBody}</p>
      <Field id="deny-reason" label={words.denyReason} required error={missing}>
        {(wiring) => <Writing wiring={wiring} rows={3} longest={500} value={reason} onText={setReason} />}
      </Field>
    </Confirmation>
  );
}
