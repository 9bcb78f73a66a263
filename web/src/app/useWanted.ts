import { setSearch, usePlace } from "./router";

const MOST = 40;

/** How many pages of the list stand in the address, so that coming back shows as much as before; and one more. */
export function useWanted(): [wanted: number, more: () => void] {
  const wanted = wantedOf(usePlace().search);
  return [wanted, () => setSearch({ pages: String(wanted + 1) })];
}

export function wantedOf(search: URLSearchParams): number {
  const given = Number(search.get("pages"));
  return Number.isInteger(given) && given > 1 ? Math.min(given, MOST) : 1;
}
