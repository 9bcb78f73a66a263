import { Suspense, useEffect, type ReactNode } from "react";
import { Skeleton } from "../components/Skeleton";
import { account } from "../live/session";
import { useData } from "../live/useData";
import { LazyFault } from "./LazyFault";
import type { Layout } from "./router";
import { navigate, usePlace } from "./router";
import { ShellDocument, ViewerContext } from "./viewer";

const COMPLETE = "/me/complete";

/** Knows who is looking; sends strangers to sign in, and who has data to complete to do that first (S2-19). Both come back. */
export function WithViewer({ layout, children }: { layout: Layout; children: ReactNode }): ReactNode {
  const { data, fault, fetching, reload } = useData(ShellDocument, {});
  const { path } = usePlace();
  const viewer = data?.viewer ?? null;
  const id = viewer?.account?.id ?? null;
  const stranger = viewer !== null && id === null && !fetching;
  const incomplete = path !== COMPLETE && viewer?.missingProfile.some(({ rule }) => rule.startsWith("PROFILE"));
  const away = layout === "public" ? null : stranger ? "/sign-in" : incomplete ? COMPLETE : null;
  if (viewer !== null) account.set(id);
  useEffect(() => {
    if (away) navigate(`${away}?next=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
  }, [away]);
  if (away || (layout !== "public" && id === null)) {
    return fault === null ? <Skeleton lines={5} /> : <Suspense><LazyFault message={fault.message} reference={fault.reference} onRetry={reload} /></Suspense>;
  }
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}
