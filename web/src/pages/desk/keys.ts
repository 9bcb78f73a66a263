/** A key without modifiers, as the browser names it, and what it does. */
export type KeyMap = Record<string, () => void>;

/** What of a key press decides whether a shortcut may act on it. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  defaultPrevented: boolean;
  target: { tagName?: string; isContentEditable?: boolean; type?: string } | null;
}

const WRITING = ["INPUT", "TEXTAREA", "SELECT"];
const TICKING = ["checkbox", "radio", "button"];
const PRESSED_BY_ENTER = ["A", "BUTTON", "SUMMARY"];

/** The act of a press, or null: nothing happens while somebody writes, with a modifier, or over a dialog. */
export function actOf(press: Press, map: KeyMap, { on, dialog }: { on: boolean; dialog: boolean }): (() => void) | null {
  if (dialog || press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (!on && key.length === 1) return null;
  if (isWriting(press.target) && key !== "Escape") return null;
  if (key === "Enter" && PRESSED_BY_ENTER.includes(press.target?.tagName ?? "")) return null;
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}

function isWriting(target: Press["target"]): boolean {
  if (target === null) return false;
  if (target.isContentEditable) return true;
  return WRITING.includes(target.tagName ?? "") && !TICKING.includes(target.type ?? "");
}
