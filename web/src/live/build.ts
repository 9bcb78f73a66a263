import { createStore } from "./store";

const NAMED = /<meta name="build" content="(\w+)"/;

/** True once the service is known to serve another build of the app than this page was loaded from. */
export const outdated = createStore(false);

/** The service tells its build with every connection: a deploy drops the sockets, so they are when it shows. */
export function servedBuild(served: unknown): void {
  const loaded = document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content;
  if (loaded !== undefined && typeof served === "string" && served !== loaded) outdated.set(true);
}

/** A part of the app could not be fetched: perhaps because a deploy replaced it. */
export function watchParts(): void {
  addEventListener("vite:preloadError", () => {
    void fetch("/", { cache: "no-store" })
      .then((page) => page.text())
      .then((text) => servedBuild(NAMED.exec(text)?.[1]))
      .catch(() => undefined); // no network: the connection says so already
  });
}
