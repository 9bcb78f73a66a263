import { useEffect, useState, type ReactNode } from "react";
import { connection } from "../../live/connection";
import { useStore } from "../../live/store";
import { deskWords as words } from "../../words/desk";
import { clock } from "../../words/format";

const STALE_MS = 60_000;
const LOOK_MS = 5000;

/** A list that has not been live for a minute says until when it is complete. */
export function AsOf(): ReactNode {
  const { phase, completeAt } = useStore(connection);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return phase !== "live" && now - completeAt > STALE_MS ? <span className="small secondary tn">{words.asOf(clock(completeAt))}</span> : null;
}
