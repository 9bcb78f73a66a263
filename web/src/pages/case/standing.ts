import type { Action } from "../../gql/enums";
import type { DeskCaseFragment } from "../../gql/graphql";

export const DECISIONS: readonly Action[] = ["DECLINE_REGISTRATION", "REFUSE_REGISTRATION", "PASS_REGISTRATION", "ISSUE_CERTIFICATE", "RETURN_REGISTRATION"];

export type Available = DeskCaseFragment["availableActions"][number];
export type ClosedStage = DeskCaseFragment["stages"][number];

/** Where a reviewer stands to a case: which of the bar's faces is shown. */
export type Standing =
  | { kind: "mine"; actions: Available[] }
  | { kind: "free"; itemId: string }
  | { kind: "other"; name: string }
  | { kind: "decided"; stage: ClosedStage; mine: boolean; name: string | null }
  | { kind: "lost"; name: string | null; itemId: string | null }
  | { kind: "watching" };

/** What this visit has seen: the stage it began with, and whether the reviewer held it. */
export interface Visit {
  stageId: string | null;
  held: boolean;
  /** The reviewer decided here. */
  acted?: boolean;
  /** Who decided, as the live message named them; a withdrawn stage may have no officer. */
  by?: string | null;
}

export function standingOf(one: DeskCaseFragment, me: string, visit: Visit): Standing {
  const begun = one.stages.find(({ id }) => id === visit.stageId);
  const over = begun !== undefined && ["PASSED", "PAUSED", "STOPPED"].includes(begun.state);
  const moved = one.stage?.id !== visit.stageId || over;
  if (visit.stageId !== null && moved && begun !== undefined && over) return { kind: "decided", stage: begun, mine: visit.acted === true || begun.officer?.id === me, name: begun.officer?.name ?? visit.by ?? null };
  const actions = one.availableActions.filter(({ action }) => DECISIONS.includes(action));
  const item = one.workItem;
  if (item == null || item.state === "DONE") return { kind: "watching" };
  if (item.state === "HELD" && item.heldBy?.id === me) return { kind: "mine", actions };
  const holder = item.state === "HELD" ? (item.heldBy?.name ?? null) : null;
  if (visit.held) return { kind: "lost", name: holder, itemId: holder === null ? item.id : null };
  if (holder !== null) return { kind: "other", name: holder };
  return actions.length > 0 ? { kind: "free", itemId: item.id } : { kind: "watching" };
}

/** The step that the case suggests: with remarks or with gaps that forbid passing it goes back, otherwise it goes on. */
export function primaryOf(actions: readonly Available[], remarks: number): Action | null {
  const on = actions.find(({ action }) => action === "PASS_REGISTRATION" || action === "ISSUE_CERTIFICATE");
  const back = actions.find(({ action }) => action === "RETURN_REGISTRATION");
  return (remarks > 0 || on?.ready !== true ? (back ?? on) : on)?.action ?? null;
}
