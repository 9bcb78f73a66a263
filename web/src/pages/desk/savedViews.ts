import { createStore } from "../../live/store";

/** A filter that the reviewer gave a name: an address, kept on this device. */
export interface SavedView {
  name: string;
  to: string;
}

const KEY = "desk-views";

export const savedViews = createStore<SavedView[]>(JSON.parse(localStorage.getItem(KEY) ?? "[]") as SavedView[]);

savedViews.subscribe(() => localStorage.setItem(KEY, JSON.stringify(savedViews.get())));

export function saveView(view: SavedView): void {
  savedViews.update((now) => [...now.filter(({ name }) => name !== view.name), view]);
}

export function dropView(name: string): void {
  savedViews.update((now) => now.filter((view) => view.name !== name));
}
