import type { ReactNode } from "react";
import { employerNatures, termKinds } from "../../../words/terms";
import { employmentWords as words } from "../../../words/wizard";
import { useEditing } from "../DraftContext";
import { ChoiceInput, RadioInput, TextInput, YesNoInput } from "../inputs";
import { EmployerSearch } from "./EmployerSearch";

export default function EmploymentStep(): ReactNode {
  return (
    <>
      <section className="card">
        <h2>{words.employer}</h2>
        <div className="fields">
          <EmployerSearch />
          <TextInput field="employment.name" label={words.name} required />
          <TextInput field="employment.creditCode" label={words.creditCode} hint={words.creditCodeHint} required />
          <ChoiceInput field="employment.nature" label={words.nature} words={employerNatures} required />
          <TextInput field="employment.phone" label={words.phone} type="tel" />
          <TextInput field="employment.address" label={words.address} required wide />
          <TextInput field="employment.postcode" label={words.postcode} inputMode="numeric" />
          <TextInput field="employment.fax" label={words.fax} type="tel" />
          <TextInput field="employment.department" label={words.department} />
          <TextInput field="employment.post" label={words.post} required />
        </div>
      </section>
      <Contract />
    </>
  );
}

function Contract(): ReactNode {
  const { draft } = useEditing();
  const [from, until] = [draft.values["employment.termFrom"], draft.values["employment.termUntil"]].map((value) => String(value ?? ""));
  const reversed = from && until && until < from ? words.termReversed(from, until) : null;
  return (
    <section className="card">
      <h2>{words.contract}</h2>
      <div className="fields">
        <RadioInput field="employment.term" label={words.term} words={termKinds} required />
        <div />
        <TextInput field="employment.termFrom" label={words.termFrom} type="date" required />
        {draft.values["employment.term"] !== "OPEN_ENDED" && <TextInput field="employment.termUntil" label={words.termUntil} type="date" required mistake={reversed} />}
        <YesNoInput field="employment.retired" label={words.retired} required />
      </div>
    </section>
  );
}
