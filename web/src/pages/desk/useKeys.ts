import { useEffect, useRef } from "react";
import { createStore, useStore } from "../../live/store";
import { actOf, type KeyMap, type Press } from "./keys";

const KEY = "single-keys";

/** Whether single letters act: a person who dictates or whose hand slips can switch them off. */
export const singleKeys = createStore(localStorage.getItem(KEY) !== "off");

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? "on" : "off");
  singleKeys.set(on);
}

export function useKeys(map: KeyMap): void {
  const on = useStore(singleKeys);
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const dialog = document.querySelector("dialog[open]") !== null;
      const act = actOf(event as unknown as Press, latest.current, { on, dialog });
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}
