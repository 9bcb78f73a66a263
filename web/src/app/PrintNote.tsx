import { useEffect, useRef, type ReactNode } from "react";
import { common } from "../words/common";
import { moment } from "../words/format";

/** At the foot of every printed page: where it came from, and when. Written when the printing begins. */
export function PrintNote(): ReactNode {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = (): void => {
      if (note.current !== null) note.current.textContent = common.printed(location.origin + location.pathname, moment(new Date().toISOString()));
    };
    addEventListener("beforeprint", write);
    return () => removeEventListener("beforeprint", write);
  }, []);
  return <p ref={note} className="print-note" aria-hidden="true" />;
}
