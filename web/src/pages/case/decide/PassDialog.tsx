import { useState, type ReactNode } from "react";
import { Field } from "../../../components/Field";
import { Finding } from "../../../components/Finding";
import { Note } from "../../../components/Note";
import { Writing } from "../../../components/Writing";
import { caseWords as words } from "../../../words/case";
import { stageKinds } from "../../../words/terms";
import { useCaseDesk } from "../CaseContext";
import { PassDocument } from "../documents";
import type { Available } from "../standing";
import { Confirmation } from "./Confirmation";
import { claimedOf } from "./claimedOf";
import { passWord } from "./sentence";
import { useDecide } from "./useDecide";

export interface DialogProps {
  available: Available;
  onClose: () => void;
  onEnd: (how: "done" | "overtaken" | "refused") => void;
}

/** Passing; over unmet requirements only where the action allows it, and then with the reason. */
export function PassDialog({ available: { label, ready, reason, findings }, onClose, onEnd }: DialogProps): ReactNode {
  const { one, own } = useCaseDesk();
  const { busy, errors, decide } = useDecide(PassDocument);
  const [opinion, setOpinion] = useState("");
  const [override, setOverride] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const over = ready && findings.length > 0;
  const stage = one.stage?.kind;
  const word = passWord(one, label);
  const following = one.stages.find(({ state }) => state === "WAITING");
  const name = one.basic.name.full || one.basic.name.masked;
  const act = async (): Promise<void> => {
    if (over && override.trim() === "") return setMissing(words.overrideEmpty);
    setMissing(null);
    onEnd(await decide({ ...claimedOf(one), opinion: opinion.trim() || null, override: over ? override.trim() : null }));
  };
  return (
    <Confirmation title={words.passTitle(word)} label={ready ? word : undefined} busy={busy} errors={errors} onAct={() => void act()} onClose={onClose}>
      {!ready && <Note family="action"><strong>{words.notReady}</strong><p>{reason}</p></Note>}
      {ready && <p>{words.passBody(name, stage === "DECISION" || following === undefined ? null : stageKinds[following.kind])}</p>}
      {ready && own.length > 0 && <Note family="action">{words.passKeepsRemarks(own.length)}</Note>}
      {findings.length > 0 && <div><p>{words.unmetAsk(findings.length)}</p><ul>{findings.map((finding, at) => <Finding key={`${finding.rule}/${at}`} finding={finding} />)}</ul></div>}
      {over && (
        <Field id="override" label={words.override} required hint={words.overrideHint} error={missing}>
          {(wiring) => <Writing wiring={wiring} rows={3} longest={500} value={override} onText={setOverride} />}
        </Field>
      )}
      {ready && (
        <Field id="opinion" label={words.opinion} hint={words.opinionHint}>
          {(wiring) => <Writing wiring={wiring} rows={2} longest={2000} value={opinion} onText={setOpinion} />}
        </Field>
      )}
    </Confirmation>
  );
}
