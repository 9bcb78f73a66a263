import type { Fault } from "./faults";

export interface Connection<N> {
  nodes: N[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

/** Pages after the first, by where they begin. */
export type Later<T> = ReadonlyMap<string, { data: T | null; fault: Fault | null }>;

export interface Chain<N> {
  nodes: N[];
  total: number | null;
  /** Where the later pages begin, the missing one included. */
  cursors: string[];
  missing: string | null;
  hasMore: boolean;
  fault: Fault | null;
}

/** The pages that follow each other, as far as they have come: a page begins where the one before it ends now. */
export function chainOf<T, N>(first: T | null, later: Later<T>, pick: (data: T) => Connection<N> | null | undefined, wanted: number, identity: string): Chain<N> {
  const begun = first === null ? null : pick(first);
  const chain: Chain<N> = { nodes: [...(begun?.nodes ?? [])], total: begun?.totalCount ?? null, cursors: [], missing: null, hasMore: false, fault: null };
  let next = endOf(begun);
  while (next !== null && chain.cursors.length + 1 < wanted) {
    chain.cursors.push(next);
    const answer = later.get(keyOf(identity, next));
    const page = answer?.data ? pick(answer.data) : null;
    if (page == null) return { ...chain, missing: next, hasMore: true, fault: answer?.fault ?? null };
    chain.nodes.push(...page.nodes);
    next = endOf(page);
  }
  return { ...chain, hasMore: next !== null };
}

const endOf = (page: Connection<unknown> | null | undefined): string | null => (page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null);

export const keyOf = (identity: string, after: string | null | undefined): string => `${identity}/${after}`;
