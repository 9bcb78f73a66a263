import { useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 820px)");

/** Room for a table; below it the same facts stand on cards. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      wide.addEventListener("change", listener);
      return () => wide.removeEventListener("change", listener);
    },
    () => wide.matches,
  );
}
