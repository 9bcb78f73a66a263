import { createStore } from "../live/store";

export type DeskCount = "queue" | "mine" | "returned" | "due" | "free" | "resubmitted";

/** Figures beside the desk's entries and tabs; the desk's own feed keeps them. */
export const deskCounts = createStore<Record<DeskCount, number | null>>({ queue: null, mine: null, returned: null, due: null, free: null, resubmitted: null });
