import { Suspense, useEffect, type ReactNode } from "react";
import { Skeleton } from "../components/Skeleton";
import { account } from "../live/session";
import { useData } from "../live/useData";
import { LazyFault } from "./LazyFault";
import type { Layout } from "./router";
import { navigate } from "./router";
import { ShellDocument, ViewerContext } from "./viewer";

/** Knows who is looking; sends strangers to the sign-in page and brings them back afterwards. */
export function WithViewer({ layout, children }: { layout: Layout; children: ReactNode }): ReactNode {
  const { data, fault, fetching, reload } = useData(ShellDocument, {});
  const viewer = data?.viewer ?? null;
  const id = viewer?.account?.id ?? null;
  const stranger = viewer !== null && id === null && !fetching;
  if (viewer !== null) account.set(id);
  useEffect(() => {
    if (stranger && layout !== "public") navigate(signInPath(), { replace: true });
  }, [stranger, layout]);
  if (layout !== "public" && id === null) {
    return fault === null ? <Skeleton lines={5} /> : <Suspense><LazyFault message={fault.message} reference={fault.reference} onRetry={reload} /></Suspense>;
  }
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

function signInPath(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
