import { createStore } from "./store";

/** Counts how often everything on the page had to be read anew; queries and streams follow it. */
export const resyncs = createStore(0);

export function requestResync(): void {
  resyncs.update((count) => count + 1);
}
