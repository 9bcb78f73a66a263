import { afterEach, expect, test, vi } from "vitest";
import { nextPath, resolve, type Route } from "../src/app/router";
import { spotOf } from "../src/pages/wizard/steps";

const route = (path: string): Route => ({ path, layout: "person", page: null as never });
const routes = [route("/"), route("/registrations/new"), route("/registrations/:id"), route("/registrations/:id/edit/:step")];

afterEach(() => vi.unstubAllGlobals());

test("a fixed address is stronger than one with a name, and parameters are read", () => {
  expect(resolve(routes, "/registrations/new?kind=INITIAL").route?.path).toBe("/registrations/new");
  expect(resolve(routes, "/registrations/reg_7/edit/basic").params).toEqual({ id: "reg_7", step: "basic" });
  expect(resolve(routes, "/registrations/reg_7/edit").route).toBeNull();
});

test.each([["/home", "/home"], ["//evil.example", "/safe"], ["/\\evil.example", "/safe"], ["https://evil.example", "/safe"], ["", "/safe"]])("after sign-in %j leads to %s", (next, goes) => {
  vi.stubGlobal("location", { search: `?next=${encodeURIComponent(next)}` });
  expect(nextPath("/safe")).toBe(goes);
});

test.each([
  [["basic", "photo"], { step: "materials", field: "photo" }],
  [["basic", "qualification"], { step: "basic", field: "f-basic-qualificationId" }],
  [["employment", "termUntil"], { step: "employment", field: "f-employment-termUntil" }],
  [["employment", "employer"], { step: "employment", field: "employer-search" }],
  [["attachments", "CONTRACT"], { step: "materials", field: "attachment-CONTRACT" }],
  [["authority"], { step: "authority", field: "authority" }],
  [["pledge"], { step: "pledge", field: "pledge" }],
  [null, { step: "check", field: null }],
])("a gap at %j is closed at %o", (path, spot) => {
  expect(spotOf(path)).toEqual(spot);
});
