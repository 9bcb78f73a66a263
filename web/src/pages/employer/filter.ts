import type { RegistrationKind, RegistrationState, StageKind } from "../../gql/enums";

export type ReportStatus = "WAITING" | "RETURNED" | "REPORTED" | "ALL";

/** What the employer looks for: state of the report-up, days, kind, specialty (S3-26). */
export interface Looked {
  status: ReportStatus;
  from: string;
  until: string;
  kind: RegistrationKind | "";
  specialty: string;
}

export const EVERYTHING: Looked = { status: "WAITING", from: "", until: "", kind: "", specialty: "" };

const PLACES: Record<ReportStatus, { states?: RegistrationState[]; stages?: StageKind[] }> = {
  WAITING: { states: ["IN_REVIEW"], stages: ["EMPLOYER"] },
  RETURNED: { states: ["RETURNED"] },
  REPORTED: { stages: ["PRE_EXAMINATION", "ACCEPTANCE", "FIRST_EXAMINATION", "EXAMINATION", "FINAL_EXAMINATION", "DECISION", "ANNOUNCEMENT", "CERTIFICATE_MAKING", "DELIVERY"] },
  ALL: {},
};

export function filterOf({ status, from, until, kind, specialty }: Looked): object {
  return {
    ...PLACES[status],
    submittedFrom: from || null,
    submittedUntil: until || null,
    kinds: kind === "" ? null : [kind],
    specialtyId: specialty || null,
  };
}
