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

const RESTORED_SHOWN_MS = 5000;

export const connection = createStore<Connection>({ phase: "idle", since: Date.now(), completeAt: Date.now(), restored: null });

/** One open stream, whatever it is about. */
export type StreamMark = object;

let broken = false;
/** After a break: the missed events that came so far, and the streams that have not said yet that they have caught up. */
let replay: { events: Set<string>; behind: Set<StreamMark> } | null = null;
const streams = new Set<StreamMark>();
let hide: ReturnType<typeof setTimeout> | undefined;

export function socketOpened(): void {
  enter("live");
  if (!broken) return;
  broken = false;
  replay = { events: replay?.events ?? new Set(), behind: new Set(streams) };
  finishReplay();
}

export function socketLost(): void {
  broken = true;
  enter(navigator.onLine ? "reconnecting" : "offline");
}

/** Nobody listens any more: a socket that was closed on purpose is not a lost one. */
export function socketIdle(): void {
  enter("idle");
}

export function streamOpened(stream: StreamMark): void {
  streams.add(stream);
}

export function streamClosed(stream: StreamMark): void {
  streams.delete(stream);
  caughtUp(stream);
}

/** Missed events come first; the first mark after them says that there are no more. */
export function frameArrived(stream: StreamMark, frame: Frame): void {
  connection.update((now) => ({ ...now, completeAt: Date.now() }));
  if (frame.kind === "RESYNC_REQUIRED") show({ events: 0, reloaded: true });
  if (frame.kind === "EVENT" && frame.event) replay?.events.add(frame.event.id);
  else if (frame.kind !== "PRESENCE") caughtUp(stream);
}

function caughtUp(stream: StreamMark): void {
  if (replay?.behind.delete(stream)) finishReplay();
}

function finishReplay(): void {
  if (replay === null || replay.behind.size > 0) return;
  const events = replay.events.size;
  replay = null;
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
