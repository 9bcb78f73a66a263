import type { QueueItemFragment } from "../../gql/graphql";
import type { Claims } from "./useClaims";
import type { Queue } from "./useQueue";

/** What the rows of the queue are given, as a table or as cards. */
export interface RowsProps {
  queue: Queue;
  shown: QueueItemFragment[];
  me: string;
  claims: Claims;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onSelectAll: (ids: string[]) => void;
  onOpen: (item: QueueItemFragment) => void;
  /** The row that the keys act on. */
  current: string | null;
}
