import { useEffect, useState, type ReactNode } from "react";
import { LiveBar, LiveWord } from "../components/LiveBar";
import { connection, type Connection } from "../live/connection";
import { useStore } from "../live/store";
import { waiting } from "../live/waiting";

const LASTING_MS = 3000;

export function LiveStateWord(): ReactNode {
  return <LiveWord phase={useStore(connection).phase} />;
}

export function LiveStateBar(): ReactNode {
  const state = useStore(connection);
  const unsent = useStore(waiting);
  return <LiveBar {...state} lasting={useLasting(state)} waiting={unsent} />;
}

/** A break is said in the page only when it lasts: short ones would be noise. */
function useLasting({ phase, since }: Connection): boolean {
  const [lastingSince, setLastingSince] = useState<number | null>(null);
  useEffect(() => {
    if (phase !== "reconnecting") return;
    const timer = setTimeout(() => setLastingSince(since), LASTING_MS);
    return () => clearTimeout(timer);
  }, [phase, since]);
  return phase === "reconnecting" && lastingSince === since;
}
