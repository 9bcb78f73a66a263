import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { idleAt } from "../live/idle";
import { useStore } from "../live/store";

const IdleDialog = lazy(() => import("./IdleDialog"));

/** Said this long before the end, as WCAG 2.2.1 asks. */
const WARN_MS = 2 * 60_000;

/** Watches the end of the session, which every request moves. It asks nothing itself: asking would move the end. */
export function IdleWarning(): ReactNode {
  const at = useStore(idleAt);
  const [warned, setWarned] = useState<number | null>(null);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => setWarned(at), Math.max(at - WARN_MS - Date.now(), 0));
    return () => clearTimeout(timer);
  }, [at]);
  if (at === null || warned !== at) return null;
  return <Suspense><IdleDialog key={at} at={at} /></Suspense>;
}
