import { isGap } from "../../components/gaps";
import type { FormSection } from "../../gql/enums";
import type { FindingPartsFragment } from "../../gql/graphql";

export const STEPS = [
  "pledge", "changes", "reissue", "deregistration", "basic", "specialty", "employment", "hours", "experience", "delivery", "form", "materials", "authority", "check",
] as const;
export type StepName = (typeof STEPS)[number];

const STEP_OF: Partial<Record<FormSection, StepName>> = {
  PLEDGE: "pledge", AUTHORITY: "authority", BASIC: "basic", SPECIALTY: "specialty", EMPLOYMENT: "employment",
  HOURS: "hours", EXPERIENCE: "experience", DELIVERY: "delivery", PREVIEW: "form", PHOTO: "materials", ATTACHMENTS: "materials",
  CHANGES: "changes", REISSUE: "reissue", DEREGISTRATION: "deregistration",
};

/**
 * The rulebook's sections as pages. A preview that comes last is the check itself; earlier, it is the form to be signed.
 * The photo is on the page of the papers, where there is one.
 */
export function stepsOf(sections: readonly FormSection[]): StepName[] {
  const within = (section: FormSection, at: number): boolean =>
    (section === "PREVIEW" && at === sections.length - 1) || (section === "PHOTO" && sections.includes("ATTACHMENTS"));
  return [...sections.flatMap((section, at) => (within(section, at) ? [] : STEP_OF[section] ?? [])), "check"];
}

/** Where a finding is mended: its step, and the id of its field. */
export interface Spot {
  step: StepName;
  field: string | null;
}

export function spotOf(path: string[] | null | undefined): Spot {
  const [section = "", name = ""] = (path ?? []).filter((part) => part !== "input");
  if (section === "pledge" || section === "pledgeAccepted") return { step: "pledge", field: "pledge" };
  if (section === "authority" || section === "authorityId") return { step: "authority", field: "authority" };
  if (section === "changes") return { step: "changes", field: fieldId(section) };
  if (section === "reissueOf" || section === "reissueReason") return { step: "reissue", field: fieldId(section) };
  if (section === "reason") return { step: "deregistration", field: fieldId(section) };
  if (section === "specialties" || section === "specialtyIds") return { step: "specialty", field: "specialties" };
  if (section === "hours" || section === "experience") return { step: section, field: section };
  if (section === "delivery") return { step: "delivery", field: fieldId(`delivery.${name}`) };
  if (section === "attachments" || section === "demands") return { step: "materials", field: name === "" ? null : `attachment-${name}` };
  if (section === "basic" && name.startsWith("photo")) return { step: "materials", field: "photo" };
  if (section === "basic" && name.startsWith("qualification")) return { step: "basic", field: fieldId("basic.qualificationId") };
  if (section === "employment" && name.startsWith("employer")) return { step: "employment", field: "employer-search" };
  if (section === "basic" || section === "employment") return { step: section, field: name === "" ? null : fieldId(`${section}.${name}`) };
  return { step: "check", field: null };
}

export function fieldId(field: string): string {
  return `f-${field.replace(".", "-")}`;
}

/** Blocking gaps of one step. */
export function lackingIn(step: StepName, findings: FindingPartsFragment[]): number {
  return findings.filter((finding) => isGap(finding) && spotOf(finding.path).step === step).length;
}

export function pathOf(id: string, step: StepName): string {
  return step === "check" ? `/registrations/${id}/check` : `/registrations/${id}/edit/${step}`;
}

interface OpenRemark {
  answered: boolean;
  path?: string[] | null;
  attachment?: object | null;
}

/** Where the first remark that waits for its answer is to be mended. */
export function amendmentOf(id: string, remarks: readonly OpenRemark[]): string {
  const first = remarks.find(({ answered }) => !answered);
  if (first === undefined) return pathOf(id, "check");
  const { step, field } = first.attachment ? { step: "materials" as const, field: null } : spotOf(first.path);
  return `${pathOf(id, step)}${field === null ? "" : `#${field}`}`;
}
