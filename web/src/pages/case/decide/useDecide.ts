import { useState } from "react";
import type { TypedDocumentNode } from "urql";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { caseWords as words } from "../../../words/case";

/** Errors after which the page itself tells what happened: somebody else was first. */
const OVERTAKEN = ["WRONG_STATE", "STALE_VERSION", "CLAIM_LOST"];

interface Keyed {
  idempotencyKey: string;
}

export interface Decision<V> {
  busy: boolean;
  /** Sentences that the person can act on. */
  errors: string[];
  decide: (input: V) => Promise<"done" | "overtaken" | "refused">;
}

/** One decision; its key lives as long as its dialog, so that pressing again after a fault cannot decide twice. */
export function useDecide<T extends object, V extends Keyed>(document: TypedDocumentNode<T, { input: V }>): Decision<Omit<V, "idempotencyKey">> {
  const [act, busy] = useAct(document);
  const [key, setKey] = useState(newKey);
  const [errors, setErrors] = useState<string[]>([]);
  const decide = async (input: Omit<V, "idempotencyKey">): Promise<"done" | "overtaken" | "refused"> => {
    const answer = await act({ input: { ...input, idempotencyKey: key } as V });
    if (answer.kind === "done") return "done";
    if (answer.kind === "failed") {
      setErrors([answer.fault.message || words.failed]);
      return "refused";
    }
    setKey(newKey());
    setErrors(answer.errors.map(({ message }) => message));
    return answer.errors.some(({ code }) => OVERTAKEN.includes(code)) ? "overtaken" : "refused";
  };
  return { busy, errors, decide };
}
