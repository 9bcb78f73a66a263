import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Dialog } from "../../../components/Dialog";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import { Writing } from "../../../components/Writing";
import type { RecoveryPartsFragment } from "../../../gql/graphql";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { papers, recoveriesWords as words } from "../../../words/recovery";
import { sentence } from "../../signIn/useCode";
import { GrantRecoveryDocument, RefuseRecoveryDocument } from "./documents";

export type Decision = "grant" | "refuse";
const LONGEST_REASON = 200;

interface Props {
  one: RecoveryPartsFragment;
  decision: Decision;
  onClose: () => void;
  onDone: (sentence: string) => void;
}

export function DecideDialog({ one: { id, version }, decision, onClose, onDone }: Props): ReactNode {
  const [grant, granting] = useAct(GrantRecoveryDocument);
  const [refuse, refusing] = useAct(RefuseRecoveryDocument);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [key] = useState(newKey);
  const busy = granting || refusing;
  const granted = decision === "grant";
  const act = async (): Promise<void> => {
    if (busy) return;
    if (granted && seen.size === 0) return setMistake(words.papersEmpty);
    if (!granted && reason.trim() === "") return setMistake(words.reasonEmpty);
    const known = { id, version, idempotencyKey: key };
    const answer = granted ? await grant({ input: { ...known, papersSeen: [...seen] } }) : await refuse({ input: { ...known, reason: reason.trim() } });
    const said = sentence(answer);
    setMistake(said);
    if (said === null) onDone(granted ? words.granted : words.refused);
  };
  const toggle = (paper: string): void => setSeen((now) => {
    const next = new Set(now);
    if (!next.delete(paper)) next.add(paper);
    return next;
  });
  return (
    <Dialog title={granted ? words.grantTitle : words.refuseTitle} onClose={onClose}>
      <div className="stack">
        {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
        {granted ? (
          <fieldset>
            <legend>{words.papers}</legend>
            {papers.map((paper) => <label key={paper} className="choice"><input type="checkbox" checked={seen.has(paper)} onChange={() => toggle(paper)} /> {paper}</label>)}
          </fieldset>
        ) : (
          <Field id="recovery-reason" label={words.reason} plain hint={words.reasonHint}>
            {(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={reason} onText={setReason} />}
          </Field>
        )}
        <div className="dialog-buttons"><Button type="primary" danger={!granted} aria-disabled={busy} onClick={() => void act()}>{busy ? words.working : granted ? words.grant : words.refuse}</Button></div>
      </div>
    </Dialog>
  );
}
