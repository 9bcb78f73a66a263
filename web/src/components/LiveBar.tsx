import CheckCircle from "@ant-design/icons/es/icons/CheckCircleOutlined";
import Disconnect from "@ant-design/icons/es/icons/DisconnectOutlined";
import Sync from "@ant-design/icons/es/icons/SyncOutlined";
import type { ReactNode } from "react";
import { clock } from "../words/format";
import { connectionWords as words } from "../words/connection";
import "./liveBar.css";

export interface LiveFacts {
  phase: "idle" | "live" | "reconnecting" | "offline";
  /** The break has lasted long enough to be said in the page. */
  lasting: boolean;
  completeAt: number;
  restored: { events: number; reloaded: boolean } | null;
  /** Things waiting on this device for the network. */
  waiting?: number;
}

/** The word in the top bar. */
export function LiveWord({ phase }: Pick<LiveFacts, "phase">): ReactNode {
  return (
    <span className={`live-word ${phase}`}>
      <span className="live-sign" aria-hidden="true" />
      {words[phase]}
    </span>
  );
}

/** The bar under the top bar: only while something is to be said. */
export function LiveBar({ phase, lasting, completeAt, restored, waiting = 0 }: LiveFacts): ReactNode {
  if (phase === "offline")
    return <Bar look="offline" icon={<Disconnect />}>{waiting > 0 ? words.offlineWaiting(waiting) : words.offlineNote}</Bar>;
  if (phase === "reconnecting" && lasting) return <Bar look="reconnecting" icon={<Sync />}>{words.reconnectingSince(clock(completeAt))}</Bar>;
  if (restored !== null)
    return <Bar look="restored" icon={<CheckCircle />}>{restored.reloaded ? words.reloaded : words.caughtUp(restored.events)}</Bar>;
  return null;
}

function Bar({ look, icon, children }: { look: string; icon: ReactNode; children: string }): ReactNode {
  return (
    <div className={`live-bar ${look}`}>
      <span aria-hidden="true">{icon}</span>
      <span>{children}</span>
    </div>
  );
}
