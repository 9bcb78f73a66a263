import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Field } from "../../components/Field";
import { attributesOf } from "../../components/Writing";
import type { IdentityKind } from "../../gql/enums";
import { common } from "../../words/common";
import { holderWords as words } from "../../words/holder";
import { identityKinds } from "../../words/terms";

export interface HolderFacts {
  name: string;
  identityKind: IdentityKind;
  identityNumber: string;
  certificateNumber: string;
}

const TEXTS = [
  { key: "name", label: words.name, hint: undefined, complete: "name" },
  { key: "identityNumber", label: words.number, hint: words.numberHint, complete: "off" },
  { key: "certificateNumber", label: words.certificate, hint: words.certificateHint, complete: "off" },
] as const;

interface Props {
  start: HolderFacts;
  busy: boolean;
  button: string | undefined;
  onTyped: (facts: HolderFacts) => void;
}

/** Who somebody says to be, as the last registration has it. */
export function HolderForm({ start, busy, button = common.next, onTyped }: Props): ReactNode {
  const [facts, setFacts] = useState(start);
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = TEXTS.filter(({ key }) => facts[key].trim() === "");
    setWrong(Object.fromEntries(empty.map(({ key, label }) => [key, words.empty(label)])));
    const [first] = empty;
    if (first === undefined) onTyped(facts);
    else document.getElementById(`holder-${first.key}`)?.focus();
  };
  const fields = TEXTS.map(({ key, label, hint, complete }) => (
    <Field key={key} id={`holder-${key}`} label={label} plain hint={hint} error={wrong[key]}>
      {(wiring) => <Input {...wiring} value={facts[key]} onChange={(event) => setFacts({ ...facts, [key]: event.target.value })} autoComplete={complete} size="large" />}
    </Field>
  ));
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{words.identity}</h2>
      {fields[0]}
      <Field id="holder-kind" label={words.kind} plain>
        {(wiring) => (
          <select {...attributesOf(wiring)} className="select" value={facts.identityKind} onChange={(event) => setFacts({ ...facts, identityKind: event.target.value as IdentityKind })}>
            {Object.entries(identityKinds).map(([kind, word]) => <option key={kind} value={kind}>{word}</option>)}
          </select>
        )}
      </Field>
      {fields.slice(1)}
      <Button type="primary" htmlType="submit" size="large" block aria-disabled={busy}>{busy ? words.opening : button}</Button>
    </form>
  );
}
