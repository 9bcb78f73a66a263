import type { BasicInformationInput, DeliveryInput, DraftPartsFragment, EmploymentInformationInput } from "../../../gql/graphql";

export type Value = string | boolean | null;
/** Flat form values by "section.field", as the inputs of the save name them. */
export type Values = Record<string, Value>;

/** Reads the form's values out of the service's answer. */
export function valuesOf({ basic, employment, specialties, deliveryChoice }: DraftPartsFragment): Values {
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
    [SPECIALTIES]: specialties.map(({ id }) => id).join(",") || null,
    "delivery.method": deliveryChoice.method ?? null,
    "delivery.receiver": own(deliveryChoice.receiver),
    "delivery.phone": own(deliveryChoice.phone),
    "delivery.address": own(deliveryChoice.address),
  };
}

/** A list of codes, kept as one text like every other value. */
export const SPECIALTIES = "specialties";

export interface SaveSections {
  basic?: BasicInformationInput;
  employment?: EmploymentInformationInput;
  delivery?: DeliveryInput;
  specialtyIds?: string[];
}

/** Only the changed fields, in the sections that the save wants. */
export function sectionsOf(changes: Values): SaveSections {
  const { [SPECIALTIES]: chosen, ...fields } = changes;
  const sections: Record<string, Record<string, Value>> = {};
  for (const [field, value] of Object.entries(fields)) {
    const [section = "", name = ""] = field.split(".");
    sections[section] = { ...sections[section], [name]: value === "" ? null : value };
  }
  return chosen === undefined ? sections : { ...sections, specialtyIds: String(chosen ?? "").split(",").filter(Boolean) };
}
