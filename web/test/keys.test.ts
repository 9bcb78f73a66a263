import { expect, test, vi } from "vitest";
import { actOf, type Press } from "../src/pages/desk/keys";

const body = { tagName: "BODY" };
const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, target: body, ...more });
const open = { on: true, dialog: false };
const act = vi.fn();
const map = { j: act, Enter: act, Escape: act, "?": act };

test.each(["j", "J", "Enter", "?"])("%s acts outside fields", (key) => {
  expect(actOf(press(key), map, open)).toBe(act);
});

test.each(["INPUT", "TEXTAREA", "SELECT"])("letters typed into %s are letters", (tagName) => {
  expect(actOf(press("j", { target: { tagName, type: "text" } }), map, open)).toBeNull();
});

test("Esc acts inside fields, and a tick box is no field to write in", () => {
  expect(actOf(press("Escape", { target: { tagName: "TEXTAREA" } }), map, open)).toBe(act);
  expect(actOf(press("j", { target: { tagName: "INPUT", type: "checkbox" } }), map, open)).toBe(act);
});

test.each(["ctrlKey", "metaKey", "altKey", "defaultPrevented"] as const)("a press with %s belongs to somebody else", (modifier) => {
  expect(actOf(press("j", { [modifier]: true }), map, open)).toBeNull();
});

test("over a dialog no key reaches the page", () => {
  expect(actOf(press("j"), map, { on: true, dialog: true })).toBeNull();
});

test("single letters can be switched off; other keys go on", () => {
  expect(actOf(press("j"), map, { on: false, dialog: false })).toBeNull();
  expect(actOf(press("Enter"), map, { on: false, dialog: false })).toBe(act);
});

test("Enter on a link or button is that link's or button's", () => {
  expect(actOf(press("Enter", { target: { tagName: "A" } }), map, open)).toBeNull();
});

test("a key that is not in the map does nothing, whatever its name", () => {
  expect(actOf(press("constructor"), map, open)).toBeNull();
  expect(actOf(press("q"), map, open)).toBeNull();
});
