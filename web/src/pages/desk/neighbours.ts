/** The queue that a case was opened from: its order as it was shown, and the address to go back to. */
export interface Route {
  back: string;
  ids: string[];
}

const KEY = "desk-route";

export function keepRoute(route: Route): void {
  sessionStorage.setItem(KEY, JSON.stringify(route));
}

export function keptRoute(): Route {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? { back: "/desk", ids: [] } : (JSON.parse(kept) as Route);
}

export interface Neighbours {
  back: string;
  /** Place in the list, from 1; null when the case was not opened from a list. */
  at: number | null;
  total: number;
  previous: string | null;
  next: string | null;
}

export function neighboursOf({ back, ids }: Route, id: string): Neighbours {
  const at = ids.indexOf(id);
  if (at < 0) return { back, at: null, total: ids.length, previous: null, next: ids[0] ?? null };
  return { back, at: at + 1, total: ids.length, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
