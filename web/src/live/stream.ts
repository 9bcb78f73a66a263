import type { Client, ExecutionResult, SubscribePayload } from "graphql-ws";
import { streamName, type Cursors } from "./cursors";

export type FrameKind = "EVENT" | "PROGRESS" | "PRESENCE" | "RESYNC_REQUIRED";

/** What every live message carries, whatever its subject. */
export interface Frame {
  kind: FrameKind;
  cursor: string;
  event?: { id: string } | null;
}

export interface Sink {
  next(result: ExecutionResult<Record<string, unknown>>): void;
  error(error: unknown): void;
  complete(): void;
}

/** What is asked: by its text, or by the hash of a text that the service knows. */
export interface Request {
  query?: string;
  operationName?: string;
  variables: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/**
 * Opens one resumable stream. The socket library sends the same payload object again after every
 * reconnect, so the position inside it is moved with each message, progress marks included. `again`: the page
 * opens it a second time, so that where the stream stood is newer than where the page's first query stood.
 */
export function openStream(
  socket: Pick<Client, "subscribe">,
  cursors: Cursors,
  request: Request,
  sink: Sink,
  onFrame: (frame: Frame) => void,
  again = false,
): () => void {
  const name = streamName(request.query ?? `subscription ${request.operationName ?? ""}`, request.variables);
  const kept = cursors.read(name);
  const given = request.variables.after ?? null;
  const variables: Record<string, unknown> = { ...request.variables, after: again ? (kept ?? given) : (given ?? kept) };
  const payload: SubscribePayload = { query: request.query ?? "", variables, ...(request.extensions && { extensions: request.extensions }) };
  return socket.subscribe<Record<string, unknown>>(payload, {
    next(result) {
      const frame = frameOf(result.data);
      if (frame !== null) {
        move(frame);
        onFrame(frame);
      }
      sink.next(result as ExecutionResult<Record<string, unknown>>);
    },
    error: (error) => sink.error(error),
    complete: () => sink.complete(),
  });

  function move(frame: Frame): void {
    variables.after = frame.cursor;
    cursors.keep(name, frame.cursor);
  }
}

export function frameOf(data: Record<string, unknown> | null | undefined): Frame | null {
  const [value] = Object.values(data ?? {});
  return isFrame(value) ? value : null;
}

function isFrame(value: unknown): value is Frame {
  return typeof value === "object" && value !== null && "kind" in value && "cursor" in value;
}
