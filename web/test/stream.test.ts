import type { Sink as SocketSink, SubscribePayload } from "graphql-ws";
import { beforeEach, expect, test, vi } from "vitest";
import { cursorsOf, streamName, type Shelf } from "../src/live/cursors";
import { openStream, type Frame } from "../src/live/stream";

const query = "subscription HomeChanges($after: Cursor, $id: ID) { registrationChanged(after: $after, id: $id) { kind cursor } }";
let shelf: Shelf;
let sent: SubscribePayload;
let wire: SocketSink<never>;
const socket = {
  subscribe: (payload: SubscribePayload, sink: SocketSink<never>) => {
    [sent, wire] = [payload, sink];
    return () => undefined;
  },
};
const sink = { next: vi.fn(), error: vi.fn(), complete: vi.fn() };

beforeEach(() => {
  const values = new Map<string, string>();
  shelf = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
});

function open(account: string, variables: Record<string, unknown>, onFrame: (frame: Frame) => void = () => undefined, again = false): void {
  openStream(socket as never, cursorsOf(() => account, shelf), { query, variables }, sink, onFrame, again);
}

function arrives(kind: string, cursor: string): void {
  wire.next({ data: { registrationChanged: { kind, cursor } } } as never);
}

test("the payload that is sent again after a reconnect moves with events and with progress marks", () => {
  open("acc_1", { after: "c0", id: "reg_1" });
  const first = sent;
  arrives("EVENT", "c1");
  expect(first.variables?.after).toBe("c1");
  arrives("PROGRESS", "c2");
  expect(first.variables?.after).toBe("c2");
  expect(first.variables?.id).toBe("reg_1");
});

test("a stream opened again by the same account goes on where it stood", () => {
  open("acc_1", { id: "reg_1" });
  arrives("EVENT", "c7");
  open("acc_1", { id: "reg_1" });
  expect(sent.variables?.after).toBe("c7");
});

test("a position is never shared between accounts or between streams", () => {
  open("acc_1", { id: "reg_1" });
  arrives("EVENT", "c7");
  open("acc_2", { id: "reg_1" });
  expect(sent.variables?.after).toBeNull();
  open("acc_1", { id: "reg_2" });
  expect(sent.variables?.after).toBeNull();
});

test("the page's own position is stronger than a kept one", () => {
  open("acc_1", { id: "reg_1" });
  arrives("EVENT", "c7");
  open("acc_1", { id: "reg_1", after: "c9" });
  expect(sent.variables?.after).toBe("c9");
});

test("after a resync the stream goes on from the head that came with it, not from the page's old position", () => {
  const told: string[] = [];
  open("acc_1", { after: "old" }, (frame) => told.push(frame.kind));
  arrives("RESYNC_REQUIRED", "head");
  open("acc_1", { after: "old" }, undefined, true);
  expect(sent.variables?.after).toBe("head");
  expect(told).toEqual(["RESYNC_REQUIRED"]);
});

test("a stream opened again before its first message begins where the page's query stood", () => {
  open("acc_1", { after: "c0" });
  open("acc_1", { after: "c0" }, undefined, true);
  expect(sent.variables?.after).toBe("c0");
});

test("the name of a stream does not depend on the position", () => {
  expect(streamName(query, { id: "reg_1", after: "a" })).toBe(streamName(query, { id: "reg_1", after: "b" }));
});
