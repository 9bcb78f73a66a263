import { useState } from "react";
import { useMutation } from "urql";
import type { BulkItemInput, QueueItemFragment } from "../../../gql/graphql";
import { faultOf } from "../../../live/faults";
import { newKey } from "../../../live/newKey";
import { answerOf } from "../../../live/useAct";
import { deskWords as words } from "../../../words/desk";
import { PassManyDocument, ReturnManyDocument } from "../documents";
import { nameOf } from "../items";
import type { BulkOrder, BulkOutcome } from "./order";

/** Claims what is not held yet, then acts on all that could be claimed; one answer for each. */
export function useBulk(claim: (id: string) => Promise<QueueItemFragment | null>): { run: (order: BulkOrder) => Promise<BulkOutcome>; claimed: number | null } {
  const [, passMany] = useMutation(PassManyDocument);
  const [, returnMany] = useMutation(ReturnManyDocument);
  const [claimed, setClaimed] = useState<number | null>(null);
  const run = async ({ act, chosen, me, opinion, remarks }: BulkOrder): Promise<BulkOutcome> => {
    const outcome: BulkOutcome = { done: 0, failed: [] };
    const held: QueueItemFragment[] = [];
    for (const item of chosen) {
      setClaimed(held.length + outcome.failed.length);
      const own = item.state === "HELD" ? (item.heldBy?.id === me ? item : null) : await claim(item.id);
      if (own) held.push(own);
      else outcome.failed.push({ id: item.id, name: nameOf(item), why: item.heldBy ? words.heldByOther(item.heldBy.name) : words.bulkFailed });
    }
    if (held.length === 0) return outcome;
    const items: BulkItemInput[] = held.map(({ subject, fence }) => ({ id: subject.id, version: subject.version, fence: fence ?? 0 }));
    const idempotencyKey = newKey();
    const answer = act === "pass"
      ? await passMany({ input: { items, opinion: opinion || null, idempotencyKey } }).then(({ data, error }) => answerOf(data, faultOf(error)))
      : await returnMany({ input: { items, remarks, idempotencyKey } }).then(({ data, error }) => answerOf(data, faultOf(error)));
    const refused = answer.kind === "refused" ? answer.errors[0]?.message : undefined;
    held.forEach((item, at) => {
      const result = answer.kind === "failed" ? undefined : answer.payload.results?.[at];
      if (result?.userErrors.length === 0) outcome.done += 1;
      else outcome.failed.push({ id: item.id, name: nameOf(item), why: result?.userErrors[0]?.message ?? refused ?? words.bulkFailed });
    });
    return outcome;
  };
  return { run, claimed };
}
