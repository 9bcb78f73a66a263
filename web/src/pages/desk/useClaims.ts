import { useState } from "react";
import { useMutation } from "urql";
import type { QueueItemFragment } from "../../gql/graphql";
import { faultOf } from "../../live/faults";
import { newKey } from "../../live/newKey";
import { answerOf } from "../../live/useAct";
import { deskWords } from "../../words/desk";
import { ClaimDocument } from "./documents";

export interface Claims {
  /** Items whose claim is on its way. */
  busy: ReadonlySet<string>;
  /** Why a claim was not given, by item. */
  refused: ReadonlyMap<string, string>;
  claim: (id: string) => Promise<QueueItemFragment | null>;
}

/** Claims of single rows; the row itself answers, with its new holder or with the reason. */
export function useClaims(): Claims {
  const [, execute] = useMutation(ClaimDocument);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const claim = async (id: string): Promise<QueueItemFragment | null> => {
    setBusy((now) => new Set(now).add(id));
    const result = await execute({ input: { id, idempotencyKey: newKey() } });
    setBusy((now) => new Set([...now].filter((one) => one !== id)));
    const answer = answerOf(result.data, faultOf(result.error));
    if (answer.kind === "done") return answer.payload.workItem ?? null;
    const why = answer.kind === "refused" ? (answer.errors[0]?.message ?? "") : answer.fault.message || deskWords.bulkFailed;
    setRefused((now) => new Map(now).set(id, why));
    return null;
  };
  return { busy, refused, claim };
}
