import { createStore } from "../../live/store";

/** The number just updated, for the page that shows it after the session has ended; gone with the tab. */
export const newNumber = createStore<string | null>(null);
