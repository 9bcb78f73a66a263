import { useState } from "react";
import { focusField } from "../../components/ErrorSummary";
import type { QueueItemFragment } from "../../gql/graphql";
import { SEARCH_ID } from "./QueueFilters";
import { useKeys } from "./useKeys";

interface Hands {
  shown: QueueItemFragment[];
  open: (item: QueueItemFragment) => void;
  claim: (id: string) => void;
  select: (id: string) => void;
  help: () => void;
  /** Asks for the next page; null when there is none, or it is on its way. */
  more: (() => void) | null;
}

export const ROWS_ID = "queue-rows";
export const rowId = (id: string): string => `row-${id}`;

/** The row that the keys act on; it follows J and K, never the stream. */
export function useQueueKeys({ shown, open, claim, select, help, more }: Hands): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const at = shown.findIndex(({ id }) => id === current);
  const here = shown[at];
  const go = (step: number): void => {
    if (step > 0 && at === shown.length - 1 && at >= 0) more?.();
    const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
    if (next === undefined) return;
    setCurrent(next.id);
    const row = document.getElementById(rowId(next.id));
    row?.scrollIntoView({ block: "nearest" });
    row?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    Enter: () => here && open(here),
    c: () => here?.state === "FREE" && claim(here.id),
    x: () => here && select(here.id),
    "/": () => focusField(SEARCH_ID),
    "?": help,
  });
  return here?.id ?? null;
}
