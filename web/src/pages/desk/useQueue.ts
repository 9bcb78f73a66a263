import { useEffect, useReducer, useState } from "react";
import { useClient, useQuery } from "urql";
import type { QueueItemFragment } from "../../gql/graphql";
import { faultOf, type Fault } from "../../live/faults";
import { resyncs } from "../../live/resync";
import { useStore } from "../../live/store";
import { useFresh } from "../parts/useFresh";
import { QueueDocument } from "./documents";
import { onDeskNews, type DeskNews } from "./news";
import { adopt, hear, noRows, read, type Rows } from "./rows";
import { belongs, variablesOf, type View } from "./view";

export interface Queue {
  rows: Rows<QueueItemFragment>;
  /** The answer for this list has come. */
  ready: boolean;
  fault: Fault | null;
  /** Page cursor of what follows, or null. */
  next: string | null;
  justClaimed: (id: string) => boolean;
  refresh: () => Promise<void>;
  refreshing: boolean;
}

/** One page of the queue: read once, then repainted in place until the person asks for what is new. */
export function useQueue(view: View, mine: boolean, me: string | null): Queue {
  const variables = variablesOf(view, mine);
  const epoch = useStore(resyncs);
  const list = `${epoch}/${view.tab}/${JSON.stringify(variables)}`;
  const [result] = useQuery({ query: QueueDocument, variables });
  const client = useClient();
  const [rows, change] = useReducer(step, noRows<QueueItemFragment>());
  const [seen, setSeen] = useState<unknown>(null);
  const [refreshing, setRefreshing] = useState(false);
  const { isFresh, mark } = useFresh();
  const answered = result.data !== undefined && JSON.stringify(result.operation?.variables) === JSON.stringify(variables);
  if (answered && (seen !== result.data || rows.list !== list)) {
    setSeen(result.data);
    change((now) => read(now, list, result.data?.workQueue.nodes ?? []));
  }
  const refresh = async (): Promise<void> => {
    setRefreshing(true);
    const fresh = await client.query(QueueDocument, variables, { requestPolicy: "network-only" }).toPromise();
    setRefreshing(false);
    const given = fresh.data?.workQueue.nodes;
    if (given) change(() => adopt(list, given));
  };
  useEffect(
    () =>
      onDeskNews((news) => {
        if (news.name === "WORK_CLAIMED" && !news.own) mark(news.item.id);
        change((now) => heard(now, news, view, mine ? me : null));
      }),
    [view, mine, me, mark],
  );
  return {
    rows,
    ready: rows.list === list,
    fault: faultOf(result.error),
    next: result.data?.workQueue.pageInfo.hasNextPage ? (result.data.workQueue.pageInfo.endCursor ?? null) : null,
    justClaimed: isFresh,
    refresh,
    refreshing,
  };
}

type Change = (now: Rows<QueueItemFragment>) => Rows<QueueItemFragment>;
const step = (now: Rows<QueueItemFragment>, change: Change): Rows<QueueItemFragment> => change(now);

/** `mine` is the reviewer whose own list this is, or null for the common queue. */
function heard(now: Rows<QueueItemFragment>, { item, by }: DeskNews, view: View, mine: string | null): Rows<QueueItemFragment> {
  const over = item.state === "DONE" || (mine !== null && item.heldBy?.id !== mine);
  const shown = now.items.has(item.id);
  return hear(now, { item, over: over || (!shown && !belongs(view, item)), by });
}
