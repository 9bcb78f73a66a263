import { useState } from "react";

/** A text that survives a reload of its page. */
export function useKept(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? "");
  const keep = (next: string): void => {
    if (next === "") sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, next);
    setText(next);
  };
  return [text, keep];
}
