import { expect, test } from "vitest";
import { neighboursOf } from "../src/pages/desk/neighbours";
import { variablesOf, viewOf } from "../src/pages/desk/view";
import { boxOf, turned } from "../src/pages/case/viewer/geometry";

const view = (query: string): ReturnType<typeof viewOf> => viewOf(new URLSearchParams(query));

test("the address says the whole view, and words that it does not know are left out", () => {
  expect(view("tab=free&kind=INITIAL&q=王&sort=OLDEST&pages=3")).toEqual({ tab: "free", kind: "INITIAL", stage: null, profession: null, region: null, text: "王", order: "OLDEST", pages: 3 });
  expect(view("tab=zzz&kind=zzz&sort=zzz")).toEqual({ tab: "all", kind: null, stage: null, profession: null, region: null, text: "", order: "DEADLINE", pages: 1 });
});

test("stage, profession and region narrow the queue, and saved filters bring them back", () => {
  expect(variablesOf(view("stage=DECISION&profession=SAFETY_ENGINEER&region=3201"), false).filter).toMatchObject({ stages: ["DECISION"], professions: ["SAFETY_ENGINEER"], regionCode: "3201" });
  expect(variablesOf(view("stage=zzz&profession=zzz&region=x"), false).filter).toEqual({ states: ["FREE", "HELD"] });
});

test("finished work is never asked for; one's own list asks for what one holds", () => {
  expect(variablesOf(view(""), false).filter.states).toEqual(["FREE", "HELD"]);
  expect(variablesOf(view("tab=free"), false).filter.states).toEqual(["FREE"]);
  expect(variablesOf(view(""), true).filter).toMatchObject({ heldByMe: true, states: ["HELD"] });
});

test("the neighbours of a case are those of the list it was opened from", () => {
  const route = { back: "/desk?tab=free", ids: ["a", "b", "c"] };
  expect(neighboursOf(route, "b")).toEqual({ back: "/desk?tab=free", at: 2, total: 3, previous: "a", next: "c" });
  expect(neighboursOf(route, "c").next).toBeNull();
  expect(neighboursOf(route, "z").at).toBeNull();
});

test("a box is the same from whichever corner it is drawn, and stays on the page", () => {
  const [left, top, width, height] = boxOf({ x: 0.5, y: 1.2 }, { x: 0.1, y: 0.4 });
  expect([left, top]).toEqual([0.1, 0.4]);
  expect(width).toBeCloseTo(0.4);
  expect(height).toBeCloseTo(0.6);
});

test("a page lying on its side fills the width that is there", () => {
  expect(turned({ width: 210, height: 297 }, 90)).toEqual({ sheetRatio: "297 / 210", imageWidth: `${(210 / 297) * 100}%` });
  expect(turned({ width: 210, height: 297 }, 180).imageWidth).toBe("100%");
});
