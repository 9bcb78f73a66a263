import type { ReactNode } from "react";

interface Props {
  legend: string;
  /** Value and word of each. */
  choices: [string, string][];
  chosen: string[];
  /** At most one. */
  one?: boolean;
  onChange: (chosen: string[]) => void;
}

/** A group of boxes; where at most one may be ticked, the last one stays. None where there is nothing to choose. */
export function Boxes({ legend, choices, chosen, one = false, onChange }: Props): ReactNode {
  if (choices.length === 0) return null;
  const mark = (value: string, on: boolean): void => {
    const others = one ? [] : chosen.filter((each) => each !== value);
    onChange(on ? [...others, value] : others);
  };
  return (
    <fieldset className="field field-wide">
      <legend>{legend}</legend>
      <div className="boxes">
        {choices.map(([value, word]) => (
          <label key={value} className="choice">
            <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => mark(value, event.target.checked)} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
