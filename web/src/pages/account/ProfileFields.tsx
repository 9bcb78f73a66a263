import type { ReactNode } from "react";
import { Field } from "../../components/Field";
import { attributesOf } from "../../components/Writing";
import type { EmployerNature, Profession } from "../../gql/enums";
import { useData } from "../../live/useData";
import { common } from "../../words/common";
import { completeWords as words } from "../../words/holder";
import { employerNatures, professions } from "../../words/terms";
import { CategoriesDocument } from "./documents";

interface Props<V> {
  profession: Profession;
  chosen: V | null;
  error: string | undefined;
  onChoose: (value: V) => void;
}

export function Categories({ profession, chosen, error, onChoose }: Props<string>): ReactNode {
  const { data } = useData(CategoriesDocument, { profession });
  return (
    <Choice id={`categories-${profession}`} label={words.categories(professions[profession])} error={error} chosen={chosen} options={(data?.specialties ?? []).map(({ id, name }) => [id, name])} onChoose={onChoose} />
  );
}

export function Natures({ profession, chosen, error, onChoose }: Props<EmployerNature>): ReactNode {
  return (
    <Choice id={`nature-${profession}`} label={words.nature(professions[profession])} hint={words.natureHint} error={error} chosen={chosen} options={Object.entries(employerNatures)} onChoose={(value) => onChoose(value as EmployerNature)} />
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  hint?: string;
  error: string | undefined;
  chosen: string | null;
  options: [string, string][];
  onChoose: (value: string) => void;
}

function Choice({ id, label, hint, error, chosen, options, onChoose }: ChoiceProps): ReactNode {
  return (
    <section className="card">
      <Field id={id} label={label} required hint={hint} error={error}>
        {(wiring) => (
          <select {...attributesOf(wiring)} className="select" value={chosen ?? ""} onChange={(event) => onChoose(event.target.value)}>
            <option value="" disabled>{common.choose}</option>
            {options.map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </select>
        )}
      </Field>
    </section>
  );
}
