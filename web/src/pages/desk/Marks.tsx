import type { ReactNode } from "react";
import { Status } from "../../components/Status";
import type { QueueItemFragment } from "../../gql/graphql";
import { deskWords as words } from "../../words/desk";
import { caseOf } from "./items";

/** Only exceptions carry a tag. */
export function Marks({ item, fresh }: { item: QueueItemFragment; fresh: boolean }): ReactNode {
  return (
    <>
      {fresh && item.heldBy && <Status family="fresh" word={words.justClaimed} />}
      {(caseOf(item)?.remarks.length ?? 0) > 0 && <Status family="action" word={words.resubmitted} />}
    </>
  );
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
