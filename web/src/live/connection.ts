import { createStore } from "./store";
import type { Frame } from "./stream";

export type Phase = "idle" | "live" | "reconnecting" | "offline";

/** What the page says about its connection. */
export interface Connection {
  phase: Phase;
  /** When the present phase began, milliseconds since the epoch. */
  since: number;
  /** Until when the content is known to be complete. */
  completeAt: number;
  /** Set for a few seconds after a break: how many missed events were delivered, or that all was read anew. */
  restored: { events: number; reloaded: boolean } | null;
}

/** Events that arrive this soon after a reconnect were missed during the break. */
const REPLAY_WINDOW_MS = 1500;
const RESTORED_SHOWN_MS = 5000;

export const connection = createStore<Connection>({ phase: "idle", since: Date.now(), completeAt: Date.now(), restored: null });

let broken = false;
let replayed: Set<string> | null = null;
let hide: ReturnType<typeof setTimeout> | undefined;

export function socketOpened(): void {
  enter("live");
  if (!broken) return;
  broken = false;
  replayed = new Set();
  setTimeout(finishReplay, REPLAY_WINDOW_MS);
}

export function socketLost(): void {
  broken = true;
  enter(navigator.onLine ? "reconnecting" : "offline");
}

/** Nobody listens any more: a socket that was closed on purpose is not a lost one. */
export function socketIdle(): void {
  enter("idle");
}

export function frameArrived(frame: Frame): void {
  connection.update((now) => ({ ...now, completeAt: Date.now() }));
  if (frame.kind === "RESYNC_REQUIRED") show({ events: 0, reloaded: true });
  else if (frame.kind === "EVENT" && frame.event) replayed?.add(frame.event.id);
}

function finishReplay(): void {
  const events = replayed?.size ?? 0;
  replayed = null;
  if (connection.get().phase === "live" && !connection.get().restored?.reloaded) show({ events, reloaded: false });
}

function show(restored: Connection["restored"]): void {
  clearTimeout(hide);
  connection.update((now) => ({ ...now, restored }));
  hide = setTimeout(() => connection.update((now) => ({ ...now, restored: null })), RESTORED_SHOWN_MS);
}

function enter(phase: Phase): void {
  connection.update((now) => {
    const left = now.phase === "live" && phase !== "live" ? Date.now() : now.completeAt;
    return now.phase === phase ? now : { ...now, phase, since: Date.now(), completeAt: phase === "live" ? Date.now() : left };
  });
}
