import type { KeyboardEvent, ReactNode } from "react";
import type { Wiring } from "./Field";
import "./writing.css";

interface Props {
  wiring: Wiring;
  value: string;
  /** Lines shown when empty; the box grows with the text where the browser can. */
  rows: number;
  longest: number;
  onText: (text: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A box for several sentences: the browser's own, in the product's dress, a tenth of the library's weight. */
export function Writing({ wiring, value, rows, longest, onText, onKeyDown }: Props): ReactNode {
  return <textarea {...attributesOf(wiring)} className="writing" rows={rows} maxLength={longest} value={value} onChange={(event) => onText(event.target.value)} onKeyDown={onKeyDown} />;
}

/** The wiring without what only the library's inputs understand. */
export function attributesOf(wiring: Wiring): Omit<Wiring, "status"> {
  const { id, "aria-describedby": described, "aria-invalid": invalid, "aria-required": required } = wiring;
  return { id, "aria-describedby": described, "aria-invalid": invalid, "aria-required": required };
}
