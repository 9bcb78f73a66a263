import type { DeskCaseFragment } from "../../../gql/graphql";

/** What a decision names: the case as it was read, under the claim that is held. */
export function claimedOf({ id, version, workItem }: DeskCaseFragment): { id: string; version: number; fence: number } {
  return { id, version, fence: workItem?.fence ?? 0 };
}
