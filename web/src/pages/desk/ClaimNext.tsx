import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import type { QueueItemFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { deskWords as words } from "../../words/desk";
import { ClaimNextDocument } from "./documents";
import { narrowingOf, type View } from "./view";

/** Takes the most urgent item that nobody holds, within the filter, and opens it. */
export function ClaimNext({ view, onOpen }: { view: View; onOpen: (item: QueueItemFragment) => void }): ReactNode {
  const [claimNext, busy] = useAct(ClaimNextDocument);
  const [sentence, setSentence] = useState("");
  const press = async (): Promise<void> => {
    if (busy) return;
    const answer = await claimNext({ input: { filter: narrowingOf(view), idempotencyKey: newKey() } });
    if (answer.kind === "done" && answer.payload.workItem) return onOpen(answer.payload.workItem);
    if (answer.kind === "done") setSentence(words.noNext);
    else setSentence(answer.kind === "refused" ? (answer.errors[0]?.message ?? "") : answer.fault.message || words.bulkFailed);
  };
  return (
    <div className="claim-next">
      <span className="small" role="status">{sentence}</span>
      <Button type="primary" onClick={() => void press()} aria-disabled={busy}>{busy ? words.claimingNext : words.claimNext}</Button>
    </div>
  );
}
