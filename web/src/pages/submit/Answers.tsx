import { Fragment, type ReactNode } from "react";
import { Link } from "../../app/router";
import { Facts, FieldRow } from "../../components/FieldRow";
import { PersonName } from "../../components/PersonName";
import type { DraftPartsFragment } from "../../gql/graphql";
import { common } from "../../words/common";
import { fieldWords } from "../../words/fields";
import { attachmentKinds } from "../../words/terms";
import { experienceWords, hoursWords, specialtyWords } from "../../words/wizardLists";
import { basicWords, checkWords as words, wizardWords } from "../../words/wizard";
import { valuesOf } from "../wizard/draft/values";
import { shownValue } from "../wizard/shownValue";
import { DifferencesCard } from "../parts/Differences";
import { stepsOf, type StepName } from "../wizard/steps";

const BASIC = ["name", "sex", "identityKind", "identityNumber", "birthDate", "education", "mobile", "email", "address", "capable"];
const DELIVERY = ["method", "receiver", "phone", "address"];
const EMPLOYMENT = ["name", "creditCode", "nature", "phone", "address", "postcode", "fax", "department", "post", "term", "termFrom", "termUntil", "retired"];

const OF_KINDS = { changes: ["changes"], reissue: ["reissueOf", "reissueReason", "reason"], deregistration: ["reason"] };

/** One list per step; `更改` comes back here. Without links when the content cannot be changed. */
export function Answers({ registration, changeable = true }: { registration: DraftPartsFragment; changeable?: boolean }): ReactNode {
  const { id, basic, attachments, authority, specialties, hours, experience } = registration;
  const steps = stepsOf(registration.sections);
  const values = valuesOf(registration);
  const rows = (section: string, fields: string[]): ReactNode =>
    fields.map((field) => <Fragment key={field}>{row(`${section}.${field}`, values[`${section}.${field}`])}</Fragment>);
  const part = (step: StepName, content: ReactNode): ReactNode => (
    <section className="card">
      <div className="part-head">
        <h2>{wizardWords.steps[step]}</h2>
        {changeable && steps.includes(step) && <Link className="tap" to={`/registrations/${id}/edit/${step}?back=check`} aria-label={words.change(wizardWords.steps[step])}>{common.change}</Link>}
      </div>
      <Facts>{content}</Facts>
    </section>
  );
  const asked = (Object.keys(OF_KINDS) as (keyof typeof OF_KINDS)[]).filter((step) => steps.includes(step));
  return (
    <>
      {asked.map((step) => <Fragment key={step}>{part(step, OF_KINDS[step].map((field) => <Fragment key={field}>{row(field, values[field])}</Fragment>))}</Fragment>)}
      <DifferencesCard differences={registration.differences} />
      {part("basic", <>{rows("basic", BASIC)}<FieldRow label={basicWords.qualification}>{basic.qualification?.certificateNumber ?? common.none}</FieldRow></>)}
      {steps.includes("specialty") && part("specialty", <FieldRow label={specialtyWords.title}>{specialties.map(({ name }) => name).join("、") || common.none}</FieldRow>)}
      {part("employment", rows("employment", EMPLOYMENT))}
      {steps.includes("hours") && hours.needed > 0 && part("hours", <FieldRow label={hoursWords.title}>{hoursWords.total(hours.present, hours.needed, hours.ownSpecialty, hours.ownSpecialtyNeeded)}</FieldRow>)}
      {steps.includes("experience") && part("experience", experience.length === 0 ? <FieldRow label={experienceWords.title}>{common.none}</FieldRow> : experience.map((one) => (
        <FieldRow key={one.id} label={experienceWords.period(one.from, one.until)}>{one.employer}　{one.work}</FieldRow>
      )))}
      {steps.includes("delivery") && part("delivery", rows("delivery", DELIVERY))}
      {part("materials", (
        <>
          <FieldRow label={words.photo}>{basic.photo?.previewUrl ? <img className="check-photo" src={basic.photo.previewUrl} alt={words.photo} /> : common.none}</FieldRow>
          {attachments.map(({ id: key, kind, file }) => (
            <FieldRow key={key} label={attachmentKinds[kind]}>{file.downloadUrl ? <a href={file.downloadUrl} target="_blank" rel="noreferrer">{file.name}</a> : file.name}</FieldRow>
          ))}
        </>
      ))}
      {part("authority", <FieldRow label={wizardWords.steps.authority}>{authority?.name ?? common.none}</FieldRow>)}
    </>
  );
}

function row(field: string, value: unknown): ReactNode {
  const shown = shownValue(field, value);
  if (shown === "" && value === null && !REQUIRED.has(field)) return null;
  return <FieldRow label={fieldWords.of(field.split("."))}>{field === "basic.name" && shown !== "" ? <PersonName>{shown}</PersonName> : shown || <span className="tertiary">{common.none}</span>}</FieldRow>;
}

const REQUIRED = new Set(["basic.name", "basic.identityNumber", "basic.mobile", "employment.name", "employment.creditCode", "employment.post", "employment.termFrom"]);
