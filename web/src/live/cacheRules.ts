import type { CacheExchangeOpts } from "@urql/exchange-graphcache";

/** Types without an identity of their own: they live inside the object that carries them. */
const EMBEDDED = [
  "Actor", "AttachmentDemand", "AuthorityAdvice", "AvailableAction", "BadCell", "ImportRow", "OutcomeCount", "BatchOutcome", "BatchProblem", "BatchRehearsal", "BasicInformation", "BulkResult",
  "CertificateProof", "Deadline", "DeliveryChoice", "Difference", "EmployerChoice", "EmploymentInformation", "EventPage", "Fact",
  "Finding", "FormSection", "Hint", "HoursDouble", "HoursSummary", "JournalHead", "KindForm", "PageInfo", "Pledge", "Presence", "Region", "RevealedText",
  "RoleGrant", "RouteStep", "Rulebook", "Sensitive", "SiteInformation", "Slider", "Specialty", "StartableKind", "TodoCount", "UploadTicket", "Viewer", "WorkExperience", "Workload",
  "InvalidField", "UnmetRequirement", "WrongState", "StaleVersion", "Duplicate", "LimitReached", "OtherError", "PlannedStage", "RegistrationPreview", "UpcomingBatch",
];
const CONTAINERS = /(Connection|Edge|Payload|Frame)$/;

/** True for object types that the cache must not give an identity. */
export function isEmbedded(typename: string): boolean {
  return CONTAINERS.test(typename) || EMBEDDED.includes(typename);
}

const embedded = (): null => null;

export const keys: NonNullable<CacheExchangeOpts["keys"]> = new Proxy(
  {},
  {
    get: (_, name) => (typeof name === "string" && isEmbedded(name) ? embedded : undefined),
    has: (_, name) => typeof name === "string" && isEmbedded(name),
  },
);

/** Interfaces and what implements them; a test compares this table with the contract. */
export const possibleTypes: Record<string, string[]> = {
  UserError: ["InvalidField", "UnmetRequirement", "WrongState", "StaleVersion", "Duplicate", "LimitReached", "OtherError"],
  LiveFrame: ["RegistrationFrame", "WorkItemFrame", "NotificationFrame", "SessionFrame", "BatchFrame", "DeliveryFrame", "RevocationFrame", "ImportFrame", "ExportFrame"],
  Reviewable: ["Registration", "Agency", "Enterprise"],
  Employer: ["Agency", "Enterprise"],
  Subject: ["Account", "Person", "Authority", "Reviewer", "Registration", "Certificate", "Agency", "Enterprise", "RecoveryRequest", "IdentityCorrection", "Batch", "Delivery", "HoursRecord", "Revocation", "Import", "Export"],
};
