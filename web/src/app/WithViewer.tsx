import { Suspense, useEffect, type ReactNode } from "react";
import { Skeleton } from "../components/Skeleton";
import { account } from "../live/session";
import { useData } from "../live/useData";
import { LazyFault } from "./LazyFault";
import type { Layout } from "./router";
import { navigate, usePlace } from "./router";
import { ShellDocument, ViewerContext, type ShellViewer } from "./viewer";

const COMPLETE = "/me/complete";

/** Knows who is looking; sends strangers to the sign-in page and brings them back afterwards. */
export function WithViewer({ layout, children }: { layout: Layout; children: ReactNode }): ReactNode {
  const { data, fault, fetching, reload } = useData(ShellDocument, {});
  const { path } = usePlace();
  const viewer = data?.viewer ?? null;
  const id = viewer?.account?.id ?? null;
  const stranger = viewer !== null && id === null && !fetching;
  if (viewer !== null) account.set(id);
  const incomplete = layout === "person" && isIncomplete(viewer) && path !== COMPLETE;
  useEffect(() => {
    if (incomplete) navigate(`${COMPLETE}?next=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
  }, [incomplete]);
  useEffect(() => {
    if (stranger && layout !== "public") navigate(signInPath(), { replace: true });
  }, [stranger, layout]);
  if (layout !== "public" && id === null) {
    return fault === null ? <Skeleton lines={5} /> : <Suspense><LazyFault message={fault.message} reference={fault.reference} onRetry={reload} /></Suspense>;
  }
  if (incomplete) return <Skeleton lines={5} />;
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** An old registration does not say everything: that comes before anything else (S2-19). */
function isIncomplete(viewer: ShellViewer | null): boolean {
  return viewer?.missingProfile.some(({ rule }) => rule.startsWith("PROFILE-")) ?? false;
}

function signInPath(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
