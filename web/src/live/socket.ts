import { createClient, type Client } from "graphql-ws";
import { servedBuild } from "./build";
import { socketIdle, socketLost, socketOpened } from "./connection";

const KEEP_ALIVE_MS = 12_000;
const PONG_WAIT_MS = 5_000;
const HIDDEN_CLOSE_MS = 5 * 60_000;
const ACK_WAIT_MS = 10_000;
/** Closed because the session ended: trying again alone cannot help. */
export const SESSION_CLOSED = [4401, 4403];
const NORMAL = 1000;

/** One socket per tab: the cookie signs it in, a break is retried for ever, at once when the network or the tab comes back. */
export function createSocket(onSessionClosed: () => void): Client {
  let pong: ReturnType<typeof setTimeout> | undefined;
  const socket: Client = createClient({
    url: address,
    lazy: true,
    keepAlive: KEEP_ALIVE_MS,
    connectionAckWaitTimeout: ACK_WAIT_MS,
    retryAttempts: Infinity,
    retryWait,
    shouldRetry: (closed) => !SESSION_CLOSED.includes(codeOf(closed)),
    on: {
      connected: (_, payload) => {
        servedBuild(payload?.build);
        socketOpened();
      },
      ping: (received) => {
        if (!received) pong = setTimeout(() => socket.terminate(), PONG_WAIT_MS);
      },
      pong: () => clearTimeout(pong),
      closed: (event) => {
        clearTimeout(pong);
        if (codeOf(event) === NORMAL) socketIdle();
        else socketLost();
        if (SESSION_CLOSED.includes(codeOf(event))) onSessionClosed();
      },
    },
  });
  watchTab(socket);
  return socket;
}

function address(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Full jitter, doubling; cut short by the events that make success likely. */
export function retryWait(retries: number): Promise<void> {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** retries);
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      document.removeEventListener("visibilitychange", whenVisible);
      resolve();
    };
    const whenVisible = (): void => {
      if (document.visibilityState === "visible") go();
    };
    const timer = setTimeout(go, Math.random() * ceiling);
    window.addEventListener("online", go);
    document.addEventListener("visibilitychange", whenVisible);
  });
}

function watchTab(socket: Client): void {
  let hidden: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener("offline", () => socket.terminate());
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hidden);
    if (document.visibilityState === "hidden") hidden = setTimeout(() => socket.terminate(), HIDDEN_CLOSE_MS);
  });
}

function codeOf(closed: unknown): number {
  return typeof closed === "object" && closed !== null && "code" in closed ? Number(closed.code) : 0;
}
