import { beforeEach, expect, test, vi } from "vitest";
import type * as connectionModule from "../src/live/connection";

let page: typeof connectionModule;
const [home, inbox] = [{}, {}];

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal("navigator", { onLine: true });
  page = await import("../src/live/connection");
  page.streamOpened(home);
  page.streamOpened(inbox);
  page.socketOpened();
  page.socketLost();
  page.socketOpened();
});

function arrives(stream: object, kind: "EVENT" | "PROGRESS" | "PRESENCE", id?: string): void {
  page.frameArrived(stream, { kind, cursor: "c", event: id ? { id } : null });
}

const restored = () => page.connection.get().restored;

test("the count is told once every stream has said that it caught up, however long that takes", () => {
  arrives(home, "EVENT", "e1");
  arrives(inbox, "EVENT", "e1");
  arrives(home, "EVENT", "e2");
  arrives(home, "PROGRESS");
  arrives(inbox, "PRESENCE");
  expect(restored()).toBeNull();
  arrives(inbox, "PROGRESS");
  expect(restored()).toEqual({ events: 2, reloaded: false });
});

test("what comes after the mark is news, not something missed", () => {
  arrives(home, "PROGRESS");
  arrives(inbox, "PROGRESS");
  arrives(home, "EVENT", "e1");
  expect(restored()).toEqual({ events: 0, reloaded: false });
});

test("a stream that was closed is not waited for", () => {
  arrives(home, "EVENT", "e1");
  arrives(home, "PROGRESS");
  page.streamClosed(inbox);
  expect(restored()).toEqual({ events: 1, reloaded: false });
});

test("what a second break interrupted is counted with the rest", () => {
  arrives(home, "EVENT", "e1");
  page.socketLost();
  page.socketOpened();
  arrives(home, "EVENT", "e2");
  arrives(home, "PROGRESS");
  arrives(inbox, "PROGRESS");
  expect(restored()).toEqual({ events: 2, reloaded: false });
});
