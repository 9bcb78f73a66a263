import { createStore } from "../live/store";

/** Figures beside the desk's entries; the queue pages keep them. */
export const deskCounts = createStore<Record<"queue" | "mine" | "returned", number | null>>({ queue: null, mine: null, returned: null });
