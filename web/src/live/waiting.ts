import { createStore } from "./store";

/** How many changes wait on this device for the network. */
export const waiting = createStore(0);
