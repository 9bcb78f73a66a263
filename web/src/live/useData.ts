import { useCallback, useEffect, useRef } from "react";
import { useQuery, type AnyVariables, type TypedDocumentNode } from "urql";
import { faultOf, type Fault } from "./faults";
import { resyncs } from "./resync";
import { useStore } from "./store";

export interface Data<T> {
  data: T | null;
  fault: Fault | null;
  fetching: boolean;
  reload(): void;
}

/** Reads for a page: from memory at once, from the service behind it, and anew after a resync. */
export function useData<T, V extends AnyVariables>(document: TypedDocumentNode<T, V>, variables: V, pause = false): Data<T> {
  const [{ data, error, fetching }, execute] = useQuery<T, V>({ query: document, variables, pause } as never);
  const epoch = useStore(resyncs);
  const first = useRef(epoch);
  const reload = useCallback((): void => execute({ requestPolicy: "network-only" }), [execute]);
  useEffect(() => {
    if (first.current !== epoch && !pause) reload();
  }, [epoch, reload, pause]);
  return { data: data ?? null, fault: faultOf(error), fetching, reload };
}
