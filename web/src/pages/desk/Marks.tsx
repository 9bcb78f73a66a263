import type { ReactNode } from "react";
import { Status } from "../../components/Status";
import type { QueueItemFragment } from "../../gql/graphql";
import { deskWords as words } from "../../words/desk";
import { caseOf } from "./items";

/** Only exceptions carry a tag, and one at a time: what just happened stands before what was. */
export function Marks({ item, fresh }: { item: QueueItemFragment; fresh: boolean }): ReactNode {
  if (fresh && item.heldBy) return <Status family="fresh" word={words.justClaimed} />;
  return (caseOf(item)?.remarks.length ?? 0) > 0 ? <Status family="action" word={words.resubmitted} /> : null;
}

interface Look {
  me: string;
  gone: boolean;
  fresh: boolean;
  current: boolean;
}

export function lookOf(item: QueueItemFragment, { me, gone, fresh, current }: Look): string {
  const look = gone ? "gone" : fresh ? "fresh-mark" : item.state === "HELD" && item.heldBy?.id === me ? "own" : "";
  return `${look}${current ? " current" : ""}`;
}
