import type { ReactNode } from "react";
import { EmptyState } from "../../../components/EmptyState";
import { plainDate } from "../../../words/format";
import { identityKinds, professionTitle, sexes } from "../../../words/terms";
import { basicWords as words } from "../../../words/wizard";
import { useEditing } from "../DraftContext";
import { stepsOf } from "../steps";
import { CheckInput, ChoiceInput, RadioInput, TextInput } from "../inputs";
import { PhotoCard } from "./PhotoCard";

export default function BasicStep(): ReactNode {
  return (
    <>
      <section className="card">
        <h2>{words.identity}</h2>
        <div className="fields">
          <TextInput field="basic.name" label={words.name} required autoComplete="name" />
          <RadioInput field="basic.sex" label={words.sex} words={sexes} required />
          <ChoiceInput field="basic.identityKind" label={words.identityKind} words={identityKinds} required />
          <TextInput field="basic.identityNumber" label={words.identityNumber} hint={words.identityNumberHint} required />
          <TextInput field="basic.birthDate" label={words.birthDate} type="date" autoComplete="bday" required />
          <TextInput field="basic.education" label={words.education} hint={words.educationHint} required />
          <CheckInput field="basic.capable" label={words.capable} />
        </div>
      </section>
      <section className="card">
        <h2>{words.contact}</h2>
        <div className="fields">
          <TextInput field="basic.mobile" label={words.mobile} type="tel" inputMode="numeric" autoComplete="tel" required />
          <TextInput field="basic.email" label={words.email} type="email" autoComplete="email" />
          <TextInput field="basic.address" label={words.address} autoComplete="street-address" required wide />
        </div>
      </section>
      <Qualifications />
      {stepsOf(useEditing().registration.sections).includes("form") && <PhotoCard />}
    </>
  );
}

function Qualifications(): ReactNode {
  const { registration } = useEditing();
  const qualifications = registration.applicant.qualifications.filter(({ profession }) => profession === registration.profession);
  const labels = Object.fromEntries(
    qualifications.map(({ id, profession, grade, certificateNumber, obtainedOn }) => [id, words.qualificationLabel(professionTitle(profession, grade), certificateNumber, plainDate(obtainedOn))]),
  );
  return (
    <section className="card">
      <h2>{words.qualification}</h2>
      {qualifications.length === 0
        ? <EmptyState title={words.qualification} reason={words.noQualification} />
        : <ChoiceInput field="basic.qualificationId" label={words.qualificationChoice} hint={words.qualificationHint} words={labels} required />}
    </section>
  );
}
