import { useEffect, useMemo, useState } from "react";
import { useClient, type AnyVariables, type TypedDocumentNode } from "urql";
import { faultOf, type Fault } from "./faults";
import { chainOf, keyOf, type Connection, type Later } from "./pageChain";
import { useData, type Data } from "./useData";

export interface Pages<T, N> extends Data<T> {
  nodes: N[];
  /** Of the whole list; null where the page does not ask for it. */
  total: number | null;
  hasMore: boolean;
  loadingMore: boolean;
  /** Why the next page did not come; `again` asks for it once more. */
  moreFault: Fault | null;
  again: () => void;
}

/** What the button under a list is given. */
export function moreOf(pages: Omit<Pages<unknown, unknown>, "data" | "nodes" | "fault" | "fetching" | "reload">, more: () => void): { total: number | null; hasMore: boolean; loading: boolean; failed: boolean; onMore: () => void } {
  const { total, hasMore, loadingMore, moreFault, again } = pages;
  return { total, hasMore, loading: loadingMore, failed: moreFault !== null, onMore: moreFault === null ? more : again };
}

/**
 * The first `wanted` pages of a list as one, each following the cache. `pick` finds the list in an answer; it must
 * be the same function on every render.
 */
export function usePages<T, V extends AnyVariables & { after?: string | null }, N>(
  document: TypedDocumentNode<T, V>,
  variables: V,
  pick: (data: T) => Connection<N> | null | undefined,
  wanted: number,
): Pages<T, N> {
  const first = useData(document, variables);
  const client = useClient();
  const identity = JSON.stringify(variables);
  const [later, setLater] = useState<Later<T>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const chain = chainOf(first.data, later, pick, wanted, identity);
  const followed = JSON.stringify(chain.cursors);
  const asked = useMemo(() => (JSON.parse(followed) as string[]).map((after) => ({ ...(JSON.parse(identity) as V), after })), [followed, identity]);
  useEffect(() => {
    const following = asked.map((page) =>
      client.query(document, page, { requestPolicy: "cache-first", attempt }).subscribe(({ data, error }) => {
        setLater((now) => new Map(now).set(keyOf(identity, page.after), { data: data ?? null, fault: faultOf(error) }));
      }),
    );
    return () => following.forEach((one) => one.unsubscribe());
  }, [client, document, asked, identity, attempt]);
  return {
    ...first,
    nodes: chain.nodes,
    total: chain.total,
    hasMore: chain.hasMore,
    loadingMore: chain.missing !== null && chain.fault === null,
    moreFault: chain.fault,
    again: () => setAttempt((now) => now + 1),
  };
}
