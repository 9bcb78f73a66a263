import { useCallback, useState } from "react";
import { useMutation, type AnyVariables, type TypedDocumentNode } from "urql";
import { faultOf, type Fault } from "./faults";
import { rememberOwn } from "./ownWrites";

export interface RefusedBecause {
  __typename?: string;
  code: string;
  message: string;
  path?: string[] | null;
}

interface Payload {
  userErrors: RefusedBecause[];
  cursor?: string | null;
}

/** What became of an act: done, refused with reasons that the person can mend, or failed. */
export type Answer<P> =
  | { kind: "done"; payload: P }
  | { kind: "refused"; payload: P; errors: RefusedBecause[] }
  | { kind: "failed"; fault: Fault };

export type Act<T, V> = (variables: V) => Promise<Answer<T[keyof T]>>;

/** One mutation with one root field, as an act whose button is busy until it is answered. */
export function useAct<T extends object, V extends AnyVariables>(document: TypedDocumentNode<T, V>): [Act<T, V>, boolean] {
  const [, execute] = useMutation<T, V>(document);
  const [busy, setBusy] = useState(false);
  const act: Act<T, V> = useCallback(
    async (variables) => {
      setBusy(true);
      const result = await execute(variables);
      setBusy(false);
      return answerOf(result.data, faultOf(result.error));
    },
    [execute],
  );
  return [act, busy];
}

export function answerOf<T extends object>(data: T | undefined, fault: Fault | null): Answer<T[keyof T]> {
  const [payload] = Object.values(data ?? {}) as T[keyof T][];
  if (payload === undefined || fault !== null) return { kind: "failed", fault: fault ?? { code: "NETWORK", message: "", reference: null } };
  const { userErrors, cursor } = payload as Payload;
  if (cursor) rememberOwn(cursor);
  return userErrors.length === 0 ? { kind: "done", payload } : { kind: "refused", payload, errors: userErrors };
}
