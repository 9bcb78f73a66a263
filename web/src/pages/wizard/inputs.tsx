import Input from "antd/es/input/Input";
import type { ReactNode } from "react";
import { Field } from "../../components/Field";
import { isGap } from "../../components/gaps";
import type { FindingPartsFragment } from "../../gql/graphql";
import { common } from "../../words/common";
import { useEditing } from "./DraftContext";
import { choicesOf, choiceValue } from "./draft/values";
import { fieldId } from "./steps";

interface Props {
  field: string;
  label: string;
  required?: boolean;
  hint?: string;
  wide?: boolean;
  /** A gap that the page itself sees while the field is filled. */
  mistake?: string | null;
}

interface TextProps extends Props {
  type?: "text" | "date" | "email" | "tel";
  autoComplete?: string;
  inputMode?: "numeric" | "text";
}

export function TextInput({ field, type = "text", autoComplete = "off", inputMode, ...shown }: TextProps): ReactNode {
  const { value, error, edit, blur } = useField(field);
  return (
    <Field id={fieldId(field)} error={shown.mistake ?? error} {...shown}>
      {(wiring) => <Input {...wiring} type={type} autoComplete={autoComplete} inputMode={inputMode} value={String(value ?? "")} onChange={(event) => edit(event.target.value)} onBlur={blur} />}
    </Field>
  );
}

/** The browser's own list: it is the phone's wheel on phones, and reads well everywhere. */
export function ChoiceInput<K extends string>({ field, words, ...shown }: Props & { words: Record<K, string> }): ReactNode {
  const { value, error, edit, blur } = useField(field);
  return (
    <Field id={fieldId(field)} error={shown.mistake ?? error} {...shown}>
      {(wiring) => (
        <select id={wiring.id} aria-describedby={wiring["aria-describedby"]} aria-invalid={wiring["aria-invalid"]} aria-required={wiring["aria-required"]} className="select" value={String(value ?? "")} onChange={(event) => edit(event.target.value || null)} onBlur={blur}>
          <option value="">{common.choose}</option>
          {Object.entries<string>(words).map(([key, word]) => <option key={key} value={key}>{word}</option>)}
        </select>
      )}
    </Field>
  );
}

export function RadioInput<K extends string>({ words, ...shown }: Props & { words: Record<K, string> }): ReactNode {
  return <Radios {...shown} choices={Object.entries<string>(words)} />;
}

/** For what must be answered: a box that was left empty says nothing. */
export function YesNoInput(shown: Props): ReactNode {
  return <Radios {...shown} choices={[[true, common.yes], [false, common.no]]} />;
}

function Radios({ field, label, choices, required = false }: Props & { choices: [string | boolean, string][] }): ReactNode {
  const { value, error, edit, blur } = useField(field);
  const id = fieldId(field);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}<span className={required ? "field-need" : "field-need field-optional"}>{required ? common.required : common.optional}</span></legend>
      <div className="choices">
        {choices.map(([key, word]) => (
          <label key={word} className="choice">
            <input type="radio" name={field} checked={value === key} onChange={() => { edit(key); blur(); }} />
            {word}
          </label>
        ))}
      </div>
      {error && <p id={`${id}-error`} className="field-error">{error}</p>}
    </fieldset>
  );
}

/** Any number of choices. */
export function ChoicesInput<K extends string>({ field, label, words, choices, required = false, hint }: Props & { words: Record<K, string>; choices: readonly K[] }): ReactNode {
  const { value, error, edit, blur } = useField(field);
  const id = fieldId(field);
  const ticked = choicesOf(value as string | null);
  const turn = (choice: K): void => {
    edit(choiceValue(ticked.includes(choice) ? ticked.filter((one) => one !== choice) : [...ticked, choice]));
    blur();
  };
  return (
    <fieldset className="field field-wide" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}<span className={required ? "field-need" : "field-need field-optional"}>{required ? common.required : common.optional}</span></legend>
      {hint && <p className="small secondary">{hint}</p>}
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice} className="choice">
            <input type="checkbox" checked={ticked.includes(choice)} onChange={() => turn(choice)} />
            {words[choice]}
          </label>
        ))}
      </div>
      {error && <p id={`${id}-error`} className="field-error">{error}</p>}
    </fieldset>
  );
}

export function CheckInput({ field, label }: { field: string; label: string }): ReactNode {
  const { value, edit, blur } = useField(field);
  return (
    <label className="choice field-wide">
      <input type="checkbox" id={fieldId(field)} checked={value === true} onChange={(event) => { edit(event.target.checked); blur(); }} />
      {label}
    </label>
  );
}

function useField(field: string): { value: unknown; error: string | null; edit: (value: string | boolean | null) => void; blur: () => void } {
  const { draft, engine, registration } = useEditing();
  const value = draft.values[field];
  return {
    value,
    error: draft.errors[field] ?? (value ? gapAt(field, registration.findings) : null),
    edit: (next) => engine.edit(field, next),
    blur: () => void engine.flush(),
  };
}

/** Says of empty fields that they are needed: not of one that is being filled in and is saved in a moment. */
const EMPTY = "REG-FORM";

/** A rule's sentence stands at its field too, once something is written there. */
function gapAt(field: string, findings: FindingPartsFragment[]): string | null {
  return findings.find((finding) => isGap(finding) && finding.rule !== EMPTY && finding.path?.join(".") === field)?.message ?? null;
}
