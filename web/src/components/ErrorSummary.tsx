import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import { errors as words } from "../words/common";
import "./notes.css";

export interface Mistake {
  message: string;
  /** Id of the field that the sentence is about. */
  field?: string;
  /** Where it is mended, when that is elsewhere. */
  go?: () => void;
}

/** Stands at the top of a form after a press that could not be done; takes the focus once per press. */
export function ErrorSummary({ mistakes, press }: { mistakes: Mistake[]; press: number }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useEffectEvent(() => {
    if (mistakes.length > 0) heading.current?.focus();
  });
  // The press is what moves the focus; a mistake that goes away while typing must not.
  useEffect(() => answer(), [press]);
  if (mistakes.length === 0) return null;
  return (
    <div className="error-summary">
      <h2 ref={heading} tabIndex={-1}>{words.heading(mistakes.length)}</h2>
      <ul>
        {mistakes.map((mistake) => <li key={`${mistake.field ?? ""}${mistake.message}`}><MistakeLine mistake={mistake} /></li>)}
      </ul>
    </div>
  );
}

function MistakeLine({ mistake: { message, field, go } }: { mistake: Mistake }): ReactNode {
  const mend = go ?? (field === undefined ? undefined : () => focusField(field));
  return mend === undefined ? message : <button type="button" className="link" onClick={mend}>{message}</button>;
}

export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
