import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useSubscription, type AnyVariables, type TypedDocumentNode } from "urql";
import { isOwn } from "./ownWrites";
import { resyncs } from "./resync";
import { useStore } from "./store";
import { frameOf, type Frame } from "./stream";

type Positioned = { after?: string | null };

/**
 * Follows a stream from the position that the page's query gave. The cache takes the changed objects by
 * itself; `onFrame` is for lists, counts and marks. `own` is true for the echo of this page's own act.
 */
export function useLive<T extends object, V extends AnyVariables & Positioned>(
  document: TypedDocumentNode<T, V>,
  variables: V,
  ready: boolean,
  onFrame?: (frame: Frame, data: T, own: boolean) => void,
): void {
  const start = useStart(variables.after ?? null, JSON.stringify({ ...variables, after: null }), ready);
  const context = useAgain();
  const [{ data }] = useSubscription<T, T, V>({ query: document, variables: { ...variables, after: start.after }, pause: !start.ready, context } as never);
  const tell = useEffectEvent((message: T) => {
    const frame = frameOf(message as Record<string, unknown>);
    if (frame !== null) onFrame?.(frame, message, isOwn(frame.cursor));
  });
  // Each message is a new object: the handler runs once per message, not once per render.
  useEffect(() => {
    if (data !== undefined) tell(data);
  }, [data]);
}

/** The position to start from is taken once: a later refetch must not restart the stream. */
function useStart(after: string | null, identity: string, ready: boolean): { after: string | null; ready: boolean } {
  const [start, setStart] = useState<{ identity: string; after: string | null } | null>(null);
  if (ready && start?.identity !== identity) setStart({ identity, after });
  return start?.identity === identity ? { after: start.after, ready } : { after: null, ready: false };
}

/** Opens the stream again, from where it stood, after the page had to read everything anew. */
function useAgain(): { again: boolean } {
  const epoch = useStore(resyncs);
  const [first] = useState(epoch);
  return useMemo(() => ({ again: epoch !== first }), [epoch, first]); // a new object for each epoch
}
