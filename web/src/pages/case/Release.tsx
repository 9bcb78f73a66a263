import { useState, type ReactNode } from "react";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { caseWords as words } from "../../words/case";
import { ReleaseDocument } from "./documents";

export function Release({ itemId, fence }: { itemId: string; fence: number | null }): ReactNode {
  const [release, busy] = useAct(ReleaseDocument);
  const [why, setWhy] = useState("");
  const press = async (): Promise<void> => {
    if (busy) return;
    const answer = await release({ input: { id: itemId, fence, idempotencyKey: newKey() } });
    if (answer.kind === "refused") setWhy(answer.errors[0]?.message ?? "");
    if (answer.kind === "failed") setWhy(answer.fault.message || words.failed);
  };
  return (
    <>
      <button type="button" className="link case-release" aria-disabled={busy} onClick={() => void press()}>{busy ? words.releasing : words.release}</button>
      <span role="status" className="field-error">{why}</span>
    </>
  );
}
