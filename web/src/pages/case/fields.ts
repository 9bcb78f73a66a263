import type { AttachmentKind } from "../../gql/enums";
import type { DeskCaseFragment } from "../../gql/graphql";
import { fieldWords as words } from "../../words/case";
import { bytes, plainDate } from "../../words/format";
import { deliveryMethods, employerNatures, identityKinds, professionTitle, sexes, termKinds } from "../../words/terms";
import { deliveryWords, experienceWords, specialtyWords } from "../../words/wizardLists";

export interface SensitiveValue {
  masked: string;
  full?: string | null;
}

/** One row of the case as the reviewer compares it with the papers. */
export interface CaseField {
  label: string;
  path: string[];
  value: string;
  name?: boolean;
  sensitive?: SensitiveValue | null;
  note?: string;
  /** The paper that proves it. */
  paper?: AttachmentKind | "PHOTO";
}

const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(" · ");

export function applicantFields({ basic, profession }: DeskCaseFragment): CaseField[] {
  const { photo, qualification } = basic;
  return [
    { label: words.name, path: ["basic", "name"], value: basic.name.full || basic.name.masked, name: true, sensitive: basic.name, note: basic.sex ? sexes[basic.sex] : undefined, paper: "IDENTITY" },
    {
      label: words.identityNumber, path: ["basic", "identityNumber"], value: basic.identityNumber?.masked ?? "", sensitive: basic.identityNumber,
      note: basic.identityKind ? identityKinds[basic.identityKind] : undefined, paper: "IDENTITY",
    },
    { label: words.birthDate, path: ["basic", "birthDate"], value: plainDate(basic.birthDate), paper: "IDENTITY" },
    { label: words.photo, path: ["basic", "photo"], value: photo ? words.photoSize(photo.width ?? 0, photo.height ?? 0) : "", note: photo?.bytes ? bytes(photo.bytes) : undefined, paper: "PHOTO" },
    {
      label: words.qualification, path: ["basic", "qualification"], value: qualification?.certificateNumber ?? "",
      note: qualification ? joined(professionTitle(profession, qualification.grade), words.obtained(words.month(qualification.obtainedOn)), qualification.region?.name, qualification.managementNumber && words.managementNumber(qualification.managementNumber)) : undefined,
      paper: "QUALIFICATION",
    },
    { label: words.mobile, path: ["basic", "mobile"], value: basic.mobile?.masked ?? "", sensitive: basic.mobile },
    { label: words.education, path: ["basic", "education"], value: basic.education ?? "" },
    { label: words.address, path: ["basic", "address"], value: basic.address?.masked ?? "", sensitive: basic.address },
    { label: words.capable, path: ["basic", "capable"], value: basic.capable ? words.capableYes : words.capableNo },
  ];
}

export function employmentFields({ employment }: DeskCaseFragment): CaseField[] {
  const { termFrom, termUntil, term } = employment;
  const open = term === "OPEN_ENDED";
  return [
    { label: words.employer, path: ["employment", "name"], value: employment.name ?? "", note: joined(employment.creditCode && `${words.creditCode} ${employment.creditCode}`, employment.nature && employerNatures[employment.nature]), paper: "CONTRACT" },
    { label: words.post, path: ["employment", "post"], value: joined(employment.post, employment.department), paper: "CONTRACT" },
    { label: words.term, path: ["employment", open ? "term" : "termUntil"], value: open ? joined(termKinds.OPEN_ENDED, plainDate(termFrom)) : words.span(plainDate(termFrom), plainDate(termUntil)), paper: "CONTRACT" },
    { label: words.employerAddress, path: ["employment", "address"], value: employment.address ?? "" },
    { label: words.phone, path: ["employment", "phone"], value: employment.phone ?? "" },
    { label: words.retired, path: ["employment", "retired"], value: employment.retired == null ? "" : employment.retired ? words.yes : words.no },
  ];
}

/** What only some professions ask: categories, work experience, how the certificate is received. */
export function professionFields({ sections, specialties, experience, deliveryChoice }: DeskCaseFragment): CaseField[] {
  const { method, receiver, phone, address } = deliveryChoice;
  return [
    ...(sections.includes("SPECIALTY") ? [{ label: specialtyWords.title, path: ["specialties"], value: specialties.map(({ name }) => name).join("、"), paper: "QUALIFICATION" as const }] : []),
    ...(sections.includes("EXPERIENCE")
      ? [{ label: experienceWords.title, path: ["experience"], value: experience.map(({ from, until, employer, work }) => `${experienceWords.period(from, until)} ${employer} ${work}`).join("\n") }]
      : []),
    ...(sections.includes("DELIVERY")
      ? [{ label: deliveryWords.title, path: ["delivery", "method"], value: method ? deliveryMethods[method] : "", note: joined(receiver?.masked, phone?.masked, address?.masked) }]
      : []),
  ];
}

export const fieldsOf = (one: DeskCaseFragment): CaseField[] => [...applicantFields(one), ...employmentFields(one), ...professionFields(one)];

export const keyOf = (path: readonly string[]): string => path.join(".");
