import type { QueueItemFragment, RemarkInput } from "../../../gql/graphql";

export type BulkAct = "pass" | "return";

export interface BulkOrder {
  act: BulkAct;
  chosen: QueueItemFragment[];
  me: string;
  opinion: string;
  remarks: RemarkInput[];
}

export interface BulkOutcome {
  done: number;
  failed: { id: string; name: string; why: string }[];
}
