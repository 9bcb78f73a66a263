import { createContext, use, useMemo, useSyncExternalStore, type ComponentProps, type ComponentType, type LazyExoticComponent, type MouseEvent, type ReactNode } from "react";

export type Layout = "public" | "person" | "desk";

/** One address of the product. `path` has `:names` for its parameters. */
export interface Route {
  path: string;
  layout: Layout;
  page: LazyExoticComponent<ComponentType>;
}

export interface Place {
  route: Route | null;
  path: string;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
}

const PlaceContext = createContext<Place>({ route: null, path: "/", params: {}, search: new URLSearchParams() });
const MOVED = "zhiye:moved";

export function Router({ routes, children }: { routes: Route[]; children: (place: Place) => ReactNode }): ReactNode {
  const address = useSyncExternalStore(follow, () => location.pathname + location.search);
  const place = useMemo(() => resolve(routes, address), [routes, address]);
  return <PlaceContext value={place}>{children(place)}</PlaceContext>;
}

export const usePlace = (): Place => use(PlaceContext);

/** A parameter that the route's own path names. */
export function useParam(name: string): string {
  return usePlace().params[name] ?? "";
}

export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  dispatchEvent(new Event(MOVED));
}

/** Changes the question part of the address (filters, pages) without leaving the page. */
export function setSearch(changes: Record<string, string | null>): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") search.delete(name);
    else search.set(name, value);
  }
  const query = search.toString();
  navigate(location.pathname + (query === "" ? "" : `?${query}`), { replace: true });
}

/** Where the address says to go next: a path of this site, nothing else. */
export function nextPath(otherwise: string): string {
  const next = new URLSearchParams(location.search).get("next");
  return next !== null && /^\/(?![/\\])/.test(next) ? next : otherwise;
}

export function Link({ to, onClick, ...others }: Omit<ComponentProps<"a">, "href"> & { to: string }): ReactNode {
  const go = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...others} href={to} onClick={go} />;
}

export function resolve(routes: Route[], address: string): Place {
  const [path = "/", query = ""] = address.split("?");
  const search = new URLSearchParams(query);
  for (const route of routes) {
    const params = match(route.path, path);
    if (params !== null) return { route, path, params, search };
  }
  return { route: null, path, params: {}, search };
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

function follow(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(MOVED, listener);
  };
}
