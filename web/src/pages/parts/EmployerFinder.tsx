import Input from "antd/es/input/Input";
import { useEffect, useState, type ReactNode } from "react";
import { Field } from "../../components/Field";
import type { FindEmployersQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { employmentWords as words } from "../../words/wizard";
import { FindEmployersDocument } from "../wizard/documents";
import "./employerFinder.css";

const SHORTEST = 2;
const WAIT_MS = 300;

export type Choice = FindEmployersQuery["findEmployers"][number];

/** Finds a registered employer by a part of its name or the beginning of its code. */
export function EmployerFinder({ id, onChoose }: { id: string; onChoose: (choice: Choice) => void }): ReactNode {
  const [text, setText] = useState("");
  const wanted = useSettled(text.trim());
  const { data, fetching } = useData(FindEmployersDocument, { text: wanted }, wanted.length < SHORTEST);
  const found = wanted.length < SHORTEST || fetching ? null : data?.findEmployers ?? null;
  const choose = (one: Choice): void => {
    onChoose(one);
    setText("");
  };
  return (
    <div className="field-wide employer-search">
      <Field id={id} label={words.find} hint={words.findHint} plain>
        {(wiring) => <Input {...wiring} value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />}
      </Field>
      <p className="small secondary" role="status">{found === null ? "" : found.length === 0 ? words.notFound : words.found(found.length)}</p>
      {found !== null && found.length > 0 && (
        <ul className="employers">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => choose(one)}>
                {one.name} <span className="small secondary tn">{one.creditCode}{one.regionName && `　${one.regionName}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
