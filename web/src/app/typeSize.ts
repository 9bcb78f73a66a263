import { createStore } from "../live/store";
import type { TypeSize } from "../theme/theme";

const KEY = "type-size";

/** 大字版, remembered on this device. */
export const typeSize = createStore<TypeSize>(localStorage.getItem(KEY) === "large" ? "large" : "plain");

export function toggleTypeSize(): void {
  typeSize.update((now) => (now === "large" ? "plain" : "large"));
}

typeSize.subscribe(show);
show();

function show(): void {
  const size = typeSize.get();
  document.documentElement.dataset.type = size;
  if (size === "large") localStorage.setItem(KEY, size);
  else localStorage.removeItem(KEY);
}
