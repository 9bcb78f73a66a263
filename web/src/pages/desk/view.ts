import { urgency } from "../../components/Deadline";
import type { Profession, RegistrationKind, StageKind, WorkOrder } from "../../gql/enums";
import type { QueueItemFragment, WorkFilter } from "../../gql/graphql";
import { professions, registrationKinds, stageKinds } from "../../words/terms";
import { wantedOf } from "../../app/useWanted";
import { caseOf } from "./items";

export type Tab = "all" | "due" | "free" | "resubmitted";
export const TABS: Tab[] = ["all", "due", "free", "resubmitted"];
const ORDERS: WorkOrder[] = ["DEADLINE", "OLDEST", "NEWEST"];
export const PAGE_SIZE = 50;

/** Which part of the queue is shown: all of it stands in the address. */
export interface View {
  tab: Tab;
  kind: RegistrationKind | null;
  stage: StageKind | null;
  profession: Profession | null;
  /** The beginning of the regions' codes. */
  region: string | null;
  text: string;
  order: WorkOrder;
  /** How many pages are shown. */
  pages: number;
}

export function viewOf(search: URLSearchParams): View {
  return {
    tab: oneOf(TABS, search.get("tab")) ?? "all",
    kind: oneOf(Object.keys(registrationKinds) as RegistrationKind[], search.get("kind")),
    stage: oneOf(Object.keys(stageKinds) as StageKind[], search.get("stage")),
    profession: oneOf(Object.keys(professions) as Profession[], search.get("profession")),
    region: /^\d{2,12}$/.exec(search.get("region") ?? "")?.[0] ?? null,
    text: search.get("q") ?? "",
    order: oneOf(ORDERS, search.get("sort")) ?? "DEADLINE",
    pages: wantedOf(search),
  };
}

export const isFiltered = (view: View): boolean => view.tab !== "all" || [view.kind, view.stage, view.profession, view.region].some((one) => one !== null) || view.text !== "";

export interface QueueVariables {
  first: number;
  after: string | null;
  filter: WorkFilter;
  orderBy: WorkOrder;
}

export function variablesOf(view: View, mine: boolean): QueueVariables {
  const states: WorkFilter["states"] = mine ? ["HELD"] : view.tab === "free" ? ["FREE"] : ["FREE", "HELD"];
  return {
    first: PAGE_SIZE,
    after: null,
    filter: {
      states,
      ...(mine && { heldByMe: true }),
      ...(view.tab === "due" && { dueToday: true }),
      ...(view.tab === "resubmitted" && { resubmitted: true }),
      ...narrowingOf(view),
    },
    orderBy: view.tab === "due" ? "DEADLINE" : view.order,
  };
}

/** What the queue is narrowed to, and what the next item is taken from. */
export function narrowingOf(view: View): WorkFilter {
  return {
    ...(view.kind !== null && { kinds: [view.kind] }),
    ...(view.stage !== null && { stages: [view.stage] }),
    ...(view.profession !== null && { professions: [view.profession] }),
    ...(view.region !== null && { regionCode: view.region }),
    ...(view.text !== "" && { text: view.text }),
  };
}

/** Whether an item belongs to this part of the queue, as far as the page can tell. */
export function belongs(view: View, item: QueueItemFragment): boolean {
  const subject = caseOf(item);
  if (view.kind !== null && subject?.kind !== view.kind) return false;
  if (view.stage !== null && item.stage !== view.stage) return false;
  if (view.profession !== null && subject?.profession !== view.profession) return false;
  if (view.text !== "" && !textOf(item).includes(view.text)) return false;
  return sifted(view, item) && (view.tab !== "free" || item.state === "FREE");
}

function sifted(view: View, item: QueueItemFragment): boolean {
  if (view.tab === "due") return item.deadline != null && ["today", "overdue"].includes(urgency(item.deadline));
  return view.tab !== "resubmitted" || (caseOf(item)?.remarks.length ?? 0) > 0;
}

function textOf(item: QueueItemFragment): string {
  const subject = caseOf(item);
  return [subject?.basic.name.full, subject?.basic.name.masked, subject?.number, subject?.employment.name].join(" ");
}

function oneOf<T extends string>(allowed: T[], value: string | null): T | null {
  return allowed.find((one) => one === value) ?? null;
}
