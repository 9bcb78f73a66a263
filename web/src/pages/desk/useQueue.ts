import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { useClient, useQuery } from "urql";
import type { QueueItemFragment } from "../../gql/graphql";
import { faultOf, type Fault } from "../../live/faults";
import { resyncs } from "../../live/resync";
import { useStore } from "../../live/store";
import { useFresh } from "../parts/useFresh";
import { QueueDocument } from "./documents";
import { onDeskNews, type DeskNews } from "./news";
import { endOf, readPages, type Reading } from "./queuePages";
import { adopt, extend, hear, noRows, read, type Rows } from "./rows";
import { belongs, variablesOf, type View } from "./view";

export interface Queue {
  rows: Rows<QueueItemFragment>;
  /** The answer for this list has come. */
  ready: boolean;
  fault: Fault | null;
  hasMore: boolean;
  loadingMore: boolean;
  moreFailed: boolean;
  /** Asks once more for the page that did not come. */
  again: () => void;
  justClaimed: (id: string) => boolean;
  refresh: () => Promise<void>;
  refreshing: boolean;
}

/** How far the list has been read; `next` is where the following page begins. */
interface Reach {
  list: string;
  pages: number;
  next: string | null;
  failed: boolean;
}

/** The first pages of the queue: read once, then repainted in place until the person asks for what is new. */
export function useQueue(view: View, mine: boolean, me: string | null): Queue {
  const variables = variablesOf(view, mine);
  const list = `${view.tab}/${JSON.stringify(variables)}`;
  const [result] = useQuery({ query: QueueDocument, variables });
  const client = useClient();
  const [rows, change] = useReducer(step, noRows<QueueItemFragment>());
  const [seen, setSeen] = useState<unknown>(null);
  const [reached, setReached] = useState<Reach | null>(null);
  const [refreshing, setRefreshing] = useState(false);
  const { isFresh, mark } = useFresh();
  const answered = result.data !== undefined && JSON.stringify(result.operation?.variables) === JSON.stringify(variables);
  if (answered && (seen !== result.data || rows.list !== list)) {
    setSeen(result.data);
    change((now) => read(now, list, result.data?.workQueue.nodes ?? []));
  }
  const ready = rows.list === list;
  const reach = reached?.list === list ? reached : { list, pages: 1, next: answered ? endOf(result.data) : null, failed: false };
  const reading = (pages: number, after: string | null = null): Promise<Reading | null> => readPages(client, variables, pages, after);
  const ask = useEffectEvent((after: string) => reading(1, after));
  const grow = useEffectEvent((page: Reading | null) => {
    if (page === null) return setReached({ ...reach, failed: true });
    change((now) => extend(now, list, page.nodes));
    setReached({ list, pages: reach.pages + 1, next: page.next, failed: false });
  });
  const missing = ready && !reach.failed && reach.pages < view.pages ? reach.next : null;
  useEffect(() => {
    if (missing === null) return;
    let stopped = false;
    void ask(missing).then((page) => {
      if (!stopped) grow(page);
    });
    return () => {
      stopped = true;
    };
  }, [list, missing]);
  const reread = async (apply: (now: Rows<QueueItemFragment>, nodes: QueueItemFragment[]) => Rows<QueueItemFragment>): Promise<void> => {
    const fresh = await reading(view.pages);
    if (fresh === null) return;
    change((now) => apply(now, fresh.nodes));
    setReached({ list, pages: view.pages, next: fresh.next, failed: false });
  };
  const refresh = async (): Promise<void> => {
    setRefreshing(true);
    await reread((_, nodes) => adopt(list, nodes));
    setRefreshing(false);
  };
  useResync(() => void reread((now, nodes) => read(now, list, nodes, now.order.length)));
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
    ready,
    fault: faultOf(result.error),
    hasMore: reach.next !== null,
    loadingMore: missing !== null,
    moreFailed: reach.failed,
    again: () => setReached({ ...reach, failed: false }),
    justClaimed: isFresh,
    refresh,
    refreshing,
  };
}

/** Reads everything anew when the stream could not go on from where it stood. */
function useResync(act: () => void): void {
  const epoch = useStore(resyncs);
  const [first] = useState(epoch);
  const resynced = useEffectEvent(act);
  useEffect(() => {
    if (epoch !== first) resynced();
  }, [epoch, first]);
}

type Change = (now: Rows<QueueItemFragment>) => Rows<QueueItemFragment>;
const step = (now: Rows<QueueItemFragment>, change: Change): Rows<QueueItemFragment> => change(now);

/** `mine` is the reviewer whose own list this is, or null for the common queue. */
function heard(now: Rows<QueueItemFragment>, { item, by }: DeskNews, view: View, mine: string | null): Rows<QueueItemFragment> {
  const over = item.state === "DONE" || (mine !== null && item.heldBy?.id !== mine);
  const shown = now.items.has(item.id);
  return hear(now, { item, over: over || (!shown && !belongs(view, item)), by });
}
