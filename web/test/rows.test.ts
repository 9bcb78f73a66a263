import { expect, test } from "vitest";
import { adopt, extend, hear, noRows, read, type Rows } from "../src/pages/desk/rows";

interface Item {
  id: string;
  holder?: string;
}

const items = (...ids: string[]): Item[] => ids.map((id) => ({ id }));
const start = (): Rows<Item> => adopt("all", items("a", "b", "c"));

test("a list that was asked for stands in the order that the service gave", () => {
  expect(read(noRows<Item>(), "all", items("b", "a")).order).toEqual(["b", "a"]);
  expect(read(start(), "free", items("c")).order).toEqual(["c"]);
});

test("arrivals are counted once, beside the list, and no row moves", () => {
  const one = hear(start(), { item: { id: "z" }, over: false, by: null });
  const two = hear(hear(one, { item: { id: "z", holder: "李慧" }, over: false, by: null }), { item: { id: "y" }, over: false, by: null });
  expect(two.order).toEqual(["a", "b", "c"]);
  expect([...two.arrived].sort()).toEqual(["y", "z"]);
});

test("an arrival that is dealt with before it was shown is no arrival any more", () => {
  const arrived = hear(start(), { item: { id: "z" }, over: false, by: null });
  expect(hear(arrived, { item: { id: "z" }, over: true, by: "李慧" }).arrived.size).toBe(0);
});

test("a row that left stays in its place with the name of who dealt with it", () => {
  const rows = hear(start(), { item: { id: "b" }, over: true, by: "李慧" });
  expect(rows.order).toEqual(["a", "b", "c"]);
  expect(rows.left.get("b")).toBe("李慧");
});

test("a row that comes back is no longer gone", () => {
  const rows = hear(hear(start(), { item: { id: "b" }, over: true, by: "李慧" }), { item: { id: "b" }, over: false, by: null });
  expect(rows.left.has("b")).toBe(false);
  expect(rows.arrived.has("b")).toBe(false);
});

test("a claim repaints the row where it stands", () => {
  const rows = hear(start(), { item: { id: "a", holder: "李慧" }, over: false, by: null });
  expect(rows.items.get("a")?.holder).toBe("李慧");
  expect(rows.order).toEqual(["a", "b", "c"]);
});

test("a reading that nobody asked for changes values only: new rows wait, missing ones stay marked", () => {
  const rows = read(start(), "all", [{ id: "d" }, { id: "c", holder: "周敏" }, { id: "a" }]);
  expect(rows.order).toEqual(["a", "b", "c"]);
  expect(rows.items.get("c")?.holder).toBe("周敏");
  expect([...rows.arrived]).toEqual(["d"]);
  expect(rows.left.get("b")).toBeNull();
});

test("the name of who dealt with a row survives the reading that follows", () => {
  const rows = read(hear(start(), { item: { id: "b" }, over: true, by: "李慧" }), "all", items("a", "c"));
  expect(rows.left.get("b")).toBe("李慧");
});

test("refreshing takes everything at once: new order, no pill, no grey rows", () => {
  const before = hear(hear(start(), { item: { id: "z" }, over: false, by: null }), { item: { id: "b" }, over: true, by: "李慧" });
  const rows = adopt<Item>(before.list, items("z", "a", "c"));
  expect(rows.order).toEqual(["z", "a", "c"]);
  expect(rows.arrived.size + rows.left.size).toBe(0);
});

test("the next page stands below, without what is shown already, and takes its arrivals out of the count", () => {
  const arrived = hear(start(), { item: { id: "e" }, over: false, by: null });
  const more = extend(arrived, "all", items("c", "d", "e"));
  expect(more.order).toEqual(["a", "b", "c", "d", "e"]);
  expect(more.arrived.size).toBe(0);
  expect(extend(arrived, "free", items("x")).order).toEqual(["a", "b", "c"]);
});

test("a reading of the first page says nothing of the rows below it", () => {
  const more = extend(start(), "all", items("d", "e"));
  const again = read(more, "all", items("a", "c", "d"));
  expect(again.order).toEqual(["a", "b", "c", "d", "e"]);
  expect([...again.left.keys()]).toEqual(["b"]);
});
