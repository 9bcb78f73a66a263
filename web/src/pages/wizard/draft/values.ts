import type { DraftPartsFragment, SaveRegistrationInput } from "../../../gql/graphql";

export type Value = string | boolean | null;
/** Flat form values by "section.field", as the inputs of the save name them. */
export type Values = Record<string, Value>;

/** Several choices stand in one value, so that two devices' choices are compared like any other field. */
const BETWEEN = ",";
export const SPECIALTIES = "specialties";
const LISTS = new Set(["changes", "reissueOf", SPECIALTIES]);

export const choicesOf = (value: Value | undefined): string[] => (typeof value === "string" && value !== "" ? value.split(BETWEEN) : []);
export const choiceValue = (choices: readonly string[]): string | null => [...choices].sort().join(BETWEEN) || null;

/** Reads the form's values out of the service's answer. */
export function valuesOf({ basic, employment, changes, reissueOf, reissueReason, reason, specialties, deliveryChoice }: DraftPartsFragment): Values {
  const own = (text: { full?: string | null } | null | undefined): string | null => text?.full ?? null;
  return {
    "basic.name": own(basic.name),
    "basic.sex": basic.sex ?? null,
    "basic.birthDate": basic.birthDate ?? null,
    "basic.identityKind": basic.identityKind ?? null,
    "basic.identityNumber": own(basic.identityNumber),
    "basic.mobile": own(basic.mobile),
    "basic.email": own(basic.email),
    "basic.education": basic.education ?? null,
    "basic.address": own(basic.address),
    "basic.capable": basic.capable ?? null,
    "basic.photoFileId": basic.photo?.id ?? null,
    "basic.qualificationId": basic.qualification?.id ?? null,
    "employment.employerId": employment.employer?.id ?? null,
    "employment.name": employment.name ?? null,
    "employment.creditCode": employment.creditCode ?? null,
    "employment.nature": employment.nature ?? null,
    "employment.address": employment.address ?? null,
    "employment.postcode": employment.postcode ?? null,
    "employment.phone": employment.phone ?? null,
    "employment.fax": employment.fax ?? null,
    "employment.department": employment.department ?? null,
    "employment.post": employment.post ?? null,
    "employment.term": employment.term ?? null,
    "employment.termFrom": employment.termFrom ?? null,
    "employment.termUntil": employment.termUntil ?? null,
    "employment.retired": employment.retired ?? null,
    changes: changes.join(BETWEEN) || null,
    reissueOf: reissueOf.join(BETWEEN) || null,
    reissueReason: reissueReason ?? null,
    reason: reason ?? null,
    [SPECIALTIES]: choiceValue(specialties.map(({ id }) => id)),
    "delivery.method": deliveryChoice.method ?? null,
    "delivery.receiver": own(deliveryChoice.receiver),
    "delivery.phone": own(deliveryChoice.phone),
    "delivery.address": own(deliveryChoice.address),
  };
}

export type SaveSections = Pick<SaveRegistrationInput, "basic" | "employment" | "delivery" | "specialtyIds" | "changes" | "reissueOf" | "reissueReason" | "reason">;

/** Only the changed fields, in the sections that the save wants; what has no section stands by itself. */
export function sectionsOf(changes: Values): SaveSections {
  const sections: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) {
    const [section = "", name] = field.split(".");
    const given = LISTS.has(field) ? choicesOf(value) : value === "" ? null : value;
    if (field === SPECIALTIES) sections.specialtyIds = given;
    else sections[section] = name === undefined ? given : { ...(sections[section] as object | undefined), [name]: given };
  }
  return sections;
}
