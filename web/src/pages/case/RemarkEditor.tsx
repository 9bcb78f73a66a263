import Button from "antd/es/button";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Field } from "../../components/Field";
import { Writing } from "../../components/Writing";
import { caseWords as words } from "../../words/case";
import { useCaseDesk } from "./CaseContext";
import type { Place } from "./remarks";

const ID = "remark";
const LONGEST = 1000;

/** What is typed is kept at once; the buttons only close or drop it. */
export function RemarkEditor({ place }: { place: Place }): ReactNode {
  const { own, remarks, write } = useCaseDesk();
  const text = own.find(({ key }) => key === place.key)?.text ?? "";
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.querySelector("textarea")?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  const keep = (): void => {
    if (text.trim() === "") setError(words.remarkEmpty);
    else write(null);
  };
  const drop = (): void => {
    remarks.drop(place.key);
    write(null);
  };
  return (
    <div ref={box} className="remark-editor">
      <Field id={ID} label={words.remarkLabel(place.label)} plain hint={words.remarkHint} error={error}>
        {(wiring) => (
          <Writing
            wiring={wiring}
            rows={2}
            longest={LONGEST}
            value={text}
            onText={(next) => remarks.write(place, next)}
            onKeyDown={(event) => {
              if (event.key === "Escape") write(null);
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button size="small" type="primary" onClick={keep}>{words.remarkKeep}</Button>
        <Button size="small" onClick={text === "" ? () => write(null) : drop}>{text === "" ? words.remarkCancel : words.remarkDrop}</Button>
      </div>
    </div>
  );
}
