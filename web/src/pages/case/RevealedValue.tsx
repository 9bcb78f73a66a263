import { useEffect, useState, type ReactNode } from "react";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { caseWords as words } from "../../words/case";
import { useCaseDesk } from "./CaseContext";
import { RevealDocument } from "./documents";

interface Props {
  subjectId: string;
  label: string;
  path: string[];
  masked: string;
  /** Given only to whom the value belongs. */
  full: string | null;
}

const TICK_MS = 1000;

/** A field of the case at hand. */
export function RevealedValue(value: Omit<Props, "subjectId">): ReactNode {
  const { one } = useCaseDesk();
  return <Revealed subjectId={one.id} {...value} />;
}

/** A masked value; showing it is an act that is recorded, and it hides again by itself. */
export function Revealed({ subjectId, label, path, masked, full }: Props): ReactNode {
  const [reveal, busy] = useAct(RevealDocument);
  const [shown, setShown] = useState<{ value: string; hideAt: number } | null>(null);
  const [why, setWhy] = useState("");
  const left = useSecondsUntil(shown?.hideAt ?? null);
  const press = async (): Promise<void> => {
    if (busy) return;
    const answer = await reveal({ input: { subjectId, path, idempotencyKey: newKey() } });
    if (answer.kind === "done" && answer.payload.revealed) {
      const { value, hideAt } = answer.payload.revealed;
      setWhy("");
      setShown({ value, hideAt: Date.parse(hideAt) });
    } else setWhy(answer.kind === "refused" ? (answer.errors[0]?.message ?? "") : answer.kind === "failed" ? answer.fault.message || words.failed : "");
  };
  if (full) return full;
  if (shown !== null && left > 0) {
    return (
      <>
        <span className="tn">{shown.value}</span> <button type="button" className="link" onClick={() => setShown(null)}>{words.hide}</button>
        <div className="fine secondary tn" aria-live="off">{words.shownNote(left)}</div>
      </>
    );
  }
  return (
    <>
      <Masked text={masked} />{" "}
      <button type="button" className="link" aria-label={words.showFull(label)} aria-disabled={busy} title={words.revealNote} onClick={() => void press()}>{busy ? words.showing : words.show}</button>
      <span role="status" className="field-error">{why}</span>
    </>
  );
}

const TAIL = /\d{4}$/;

/** Read aloud, a number is its last four digits; anything else is read as it stands. */
function Masked({ text }: { text: string }): ReactNode {
  if (!TAIL.test(text)) return <span className="tn">{text}</span>;
  return <><span className="tn" aria-hidden="true">{text}</span><span className="unseen">{words.tail(text)}</span></>;
}

function useSecondsUntil(at: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (at === null) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [at]);
  return at === null ? 0 : Math.max(0, Math.min(60, Math.ceil((at - now) / TICK_MS)));
}
