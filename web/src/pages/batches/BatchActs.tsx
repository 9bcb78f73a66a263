import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { ActDialog } from "../../components/ActDialog";
import { Field } from "../../components/Field";
import { Writing } from "../../components/Writing";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { batchWords as words } from "../../words/batches";
import { plainDate } from "../../words/format";
import type { BatchNode } from "./batchNode";
import { AnnounceBatchDocument, CancelBatchDocument, LockBatchDocument, ReportBatchDocument } from "./documents";

type Deed = "lock" | "report" | "announce" | "cancel";
const DEEDS: Record<string, Deed> = { LOCK_BATCH: "lock", REPORT_BATCH: "report", ANNOUNCE_BATCH: "announce", CANCEL_BATCH: "cancel" };
const LONGEST_NOTICE = 2000;
const LONGEST_REASON = 500;

/** The buttons that the service offers; each asks once more, with what it needs. */
export function BatchActs({ batch, onDone }: { batch: BatchNode; onDone: () => void }): ReactNode {
  const [chosen, choose] = useState<Deed | null>(null);
  const offered = batch.availableActions.flatMap(({ action, ready }) => (ready && DEEDS[action] ? [DEEDS[action]] : []));
  if (offered.length === 0) return null;
  const done = (): void => {
    choose(null);
    onDone();
  };
  return (
    <div className="row">
      {offered.map((deed) => <Button key={deed} type={deed === "cancel" ? "default" : "primary"} onClick={() => choose(deed)}>{words[deed].button}</Button>)}
      {chosen && <Asked batch={batch} deed={chosen} onDone={done} onClose={() => choose(null)} />}
    </div>
  );
}

interface Props {
  batch: BatchNode;
  deed: Deed;
  onDone: () => void;
  onClose: () => void;
}

function Asked({ batch: { id, version }, deed, onDone, onClose }: Props): ReactNode {
  const [lock] = useAct(LockBatchDocument);
  const [report] = useAct(ReportBatchDocument);
  const [announce] = useAct(AnnounceBatchDocument);
  const [cancel] = useAct(CancelBatchDocument);
  const [text, setText] = useState("");
  const [stampedOn, setStampedOn] = useState(plainDate(new Date().toISOString()));
  const [key] = useState(newKey);
  const known = { id, version, idempotencyKey: key };
  const acts = {
    lock: () => lock({ input: known }),
    report: () => report({ input: { ...known, stampNumber: text.trim(), stampedOn } }),
    announce: () => announce({ input: { ...known, notice: text.trim() } }),
    cancel: () => cancel({ input: { ...known, reason: text.trim() } }),
  };
  const { title, body, button } = words[deed];
  return (
    <ActDialog
      title={title}
      body={body}
      danger={deed === "cancel"}
      words={{ act: button, busy: words.working, keep: words.keep }}
      missing={() => (deed !== "lock" && text.trim() === "" ? words.empty : null)}
      act={acts[deed]}
      onDone={onDone}
      onClose={onClose}
    >
      {deed === "report" && (
        <>
          <Field id="batch-stamp" label={words.stampNumber} required>{(wiring) => <Input {...wiring} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
          <Field id="batch-day" label={words.stampedOn} required>{(wiring) => <Input {...wiring} type="date" value={stampedOn} onChange={(event) => setStampedOn(event.target.value)} />}</Field>
        </>
      )}
      {deed === "announce" && <Field id="batch-notice" label={words.noticeText} required>{(wiring) => <Writing wiring={wiring} rows={5} longest={LONGEST_NOTICE} value={text} onText={setText} />}</Field>}
      {deed === "cancel" && <Field id="batch-reason" label={words.reason} required>{(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={text} onText={setText} />}</Field>}
    </ActDialog>
  );
}
