import { useEffect, useRef } from "react";
import { announceCount } from "../../app/announce";
import { deskCounts } from "../../app/deskCounts";
import type { DeskCountsQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { useLive } from "../../live/useLive";
import { deskWords as words } from "../../words/desk";
import { DeskCountsDocument, DeskNewsDocument } from "./documents";
import { tellDesk } from "./news";

const RECOUNT_MS = 800;

/** The desk's one stream: repaints rows wherever they show, tells the open list, and counts anew after a burst. */
export function useDeskFeed(ready: boolean): void {
  const { data, reload } = useData(DeskCountsDocument, {}, !ready);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (data !== null) deskCounts.set(countsOf(data));
  }, [data]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(DeskNewsDocument, { after: data?.open.cursor }, data !== null, (frame, news, own) => {
    if (frame.kind !== "EVENT") return;
    clearTimeout(timer.current);
    timer.current = setTimeout(reload, RECOUNT_MS);
    const { event, workItem } = news.workQueueChanged;
    if (event == null || workItem == null) return;
    tellDesk({ item: workItem, name: event.name, by: event.actor.label, own });
    if (event.name === "WORK_ADDED") announceCount("work", words.arrived);
  });
}

function countsOf({ open, due, resubmitted, free, mine, returned }: DeskCountsQuery): ReturnType<typeof deskCounts.get> {
  return {
    queue: open.totalCount,
    free: free.totalCount,
    mine: mine.totalCount,
    returned: returned.totalCount,
    due: due.totalCount,
    resubmitted: resubmitted.totalCount,
  };
}
