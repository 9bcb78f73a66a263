import { Client, fetchExchange, subscriptionExchange, type Exchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { cacheExchange } from "@urql/exchange-graphcache";
import { retryExchange } from "@urql/exchange-retry";
import type { Client as Socket } from "graphql-ws";
import { keys, possibleTypes } from "./cacheRules";
import { frameArrived, streamClosed, streamOpened } from "./connection";
import { cursorsOf } from "./cursors";
import { isUnauthenticated, reportFaults } from "./faults";
import { attendedFetch } from "./idle";
import { persisted } from "./persisted";
import { requestResync } from "./resync";
import { account, awaitSignIn, forgetSignIn } from "./session";
import { createSocket } from "./socket";
import { createStore } from "./store";
import { openStream, type Frame, type Request, type Sink } from "./stream";
import { newestOnly } from "./versions";

export const ENDPOINT = "/graphql";
/** Asks the service for a cookie session instead of a token that scripts could read. */
export const WEB_HEADERS = { "X-Zhiye-Web": "1" };
const HTTP = { url: ENDPOINT, preferGetMethod: false, fetchOptions: { credentials: "same-origin", headers: WEB_HEADERS } } as const;
const RETRIES = 3;
const FIRST_DELAY_MS = 400;
const LONGEST_DELAY_MS = 5_000;

export interface Live {
  /** Rises with each new connection: pages of the last account are taken down with it. */
  number: number;
  client: Client;
  socket: Socket;
}

/** The one connection to the service. Replaced as a whole when the account changes, so that nothing of the last one stays in memory. */
export const live = createStore<Live>(connect(1));

export function startAnew(): void {
  const old = live.get();
  live.set(connect(old.number + 1));
  forgetSignIn();
  void old.socket.dispose();
}

/** Signs in while everything else is held: it has no queue to wait in and no cache to fill. */
export function signInClient(): Client {
  return new Client({ ...HTTP, exchanges: [persisted, fetchExchange] });
}

function connect(number: number): Live {
  const socket = createSocket(() => void awaitSignIn().then(requestResync));
  const client = new Client({
    ...HTTP,
    fetch: attendedFetch,
    requestPolicy: "cache-and-network",
    exchanges: [reportFaults, cacheExchange({ keys, possibleTypes }), newestOnly, auth(), retry(), persisted, fetchExchange, streams(socket)],
  });
  return { number, client, socket };
}

function auth(): Exchange {
  return authExchange(() =>
    Promise.resolve({ addAuthToOperation: (operation) => operation, didAuthError: isUnauthenticated, refreshAuth: awaitSignIn }),
  );
}

function retry(): Exchange {
  return retryExchange({
    maxNumberAttempts: RETRIES,
    initialDelayMs: FIRST_DELAY_MS,
    maxDelayMs: LONGEST_DELAY_MS,
    randomDelay: true,
    retryIf: (error, operation) => error.networkError !== undefined && operation.context.once !== true && mayRepeat(operation.kind, operation.variables),
  });
}

/** A query always; a mutation only when the service recognises the repetition. */
export function mayRepeat(kind: string, variables: unknown): boolean {
  return kind === "query" || (kind === "mutation" && JSON.stringify(variables ?? {}).includes('"idempotencyKey"'));
}

function streams(socket: Socket): Exchange {
  const cursors = cursorsOf(account.get, sessionStorage);
  return subscriptionExchange({
    forwardSubscription: (request, { context }) => ({
      subscribe(sink) {
        const stream = {};
        streamOpened(stream);
        const close = openStream(socket, cursors, request as Request, sink as Sink, (frame) => onFrame(stream, frame), context.again === true);
        return {
          unsubscribe() {
            streamClosed(stream);
            close();
          },
        };
      },
    }),
  });
}

function onFrame(stream: object, frame: Frame): void {
  frameArrived(stream, frame);
  if (frame.kind === "RESYNC_REQUIRED") requestResync();
}
