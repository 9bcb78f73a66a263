import type { QueueItemFragment } from "../../gql/graphql";

/** One live message about the desk's work. */
export interface DeskNews {
  item: QueueItemFragment;
  name: string;
  by: string | null;
  /** The echo of this page's own act. */
  own: boolean;
}

const listeners = new Set<(news: DeskNews) => void>();

export function tellDesk(news: DeskNews): void {
  listeners.forEach((listener) => listener(news));
}

export function onDeskNews(listener: (news: DeskNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

