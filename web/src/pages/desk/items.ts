import type { RegistrationKind } from "../../gql/enums";
import type { QueueItemFragment } from "../../gql/graphql";

type Subject = QueueItemFragment["subject"];
export type QueueCase = Extract<Subject, { kind: RegistrationKind }>;

/** The registration of a work item; null for other kinds of work. */
export function caseOf({ subject }: Pick<QueueItemFragment, "subject">): QueueCase | null {
  return "kind" in subject ? subject : null;
}

export function nameOf(item: Pick<QueueItemFragment, "subject">): string {
  const name = caseOf(item)?.basic.name;
  return name?.full || name?.masked || item.subject.title;
}

export const linkOf = (item: Pick<QueueItemFragment, "subject">): string => `/cases/${item.subject.id}`;
