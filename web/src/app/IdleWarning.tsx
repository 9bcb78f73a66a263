import { graphql } from "@/gql";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useData } from "../live/useData";

const IdleDocument = graphql(/* GraphQL */ `
  query Idle { viewer { account { id sessions(first: 20) { nodes { id current idleAt } } } } }
`);

const IdleDialog = lazy(() => import("./IdleDialog"));

/** Said this long before the end, as WCAG 2.2.1 asks. */
const WARN_MS = 2 * 60_000;
const FRESH_MS = 1000;

/** Watches the end of the session; asks the service again before it warns, because every act moved it. */
export function IdleWarning(): ReactNode {
  const { data, reload } = useData(IdleDocument, {});
  const idleAt = data?.viewer.account?.sessions.nodes.find((session) => session.current)?.idleAt;
  const [warned, setWarned] = useState<string | null>(null);
  useEffect(() => {
    if (idleAt === undefined) return;
    const left = Date.parse(idleAt) - WARN_MS - Date.now();
    const timer = setTimeout(() => (left > FRESH_MS ? reload() : setWarned(idleAt)), Math.max(left, 0));
    return () => clearTimeout(timer);
    // A new end starts a new watch; `reload` is made anew on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [idleAt]);
  if (warned === null || warned !== idleAt) return null;
  return <Suspense><IdleDialog idleAt={idleAt} onStay={reload} /></Suspense>;
}
