import { add, actionsOf, cases, colleague, items, me, type Row } from "./world";

/** What happened, for those who listen. */
export interface Happened {
  name: string;
  actor: string;
  item?: Row;
  row?: Row;
}

const listeners = new Set<(happened: Happened) => void>();
export const listen = (listener: (happened: Happened) => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const tell = (happened: Happened): void => listeners.forEach((listener) => listener(happened));

export const withActions = (row: Row): Row => Object.assign(row, { availableActions: actionsOf(row) });
const itemById = (id: string): Row => items.find((one) => one.id === id) as Row;
const rowById = (id: string): Row => cases.find((one) => one.id === id) as Row;

export function arrive(): void {
  const item = add();
  tell({ name: "WORK_ADDED", actor: "系统", item, row: item.subject as Row });
}

export function claim(id: string, by: Row | typeof me = me): Row {
  const item = itemById(id);
  Object.assign(item, { state: "HELD", heldBy: by, heldUntil: new Date(Date.now() + 30 * 60_000).toISOString(), fence: Number(item.fence) + 1 });
  tell({ name: "WORK_CLAIMED", actor: String(by.name), item, row: item.subject as Row });
  return item;
}

export function release(id: string): Row {
  const item = itemById(id);
  Object.assign(item, { state: "FREE", heldBy: null, heldUntil: null });
  tell({ name: "WORK_RELEASED", actor: me.name, item, row: item.subject as Row });
  return item;
}

export function pass(id: string, by: Row | typeof me = me): Row {
  return leave(id, by, "PASSED", "STAGE_PASSED");
}

export function giveBack(id: string, by: Row | typeof me = me): Row {
  return leave(id, by, "PAUSED", "REGISTRATION_RETURNED");
}

export function refuse(id: string, by: Row | typeof me = me): Row {
  return leave(id, by, "STOPPED", "REGISTRATION_REFUSED");
}

function leave(id: string, by: Row | typeof me, state: string, name: string): Row {
  const row = rowById(id);
  const stages = row.stages as Row[];
  const at = stages.findIndex((stage) => stage.state === "OPEN");
  Object.assign(stages[at] as Row, { state, officer: by, closedAt: new Date().toISOString() });
  const item = row.workItem as Row;
  Object.assign(item, { state: "DONE", heldBy: null });
  const next = state === "PASSED" ? stages[at + 1] : undefined;
  if (next) Object.assign(next, { state: "OPEN", openedAt: new Date().toISOString() });
  Object.assign(row, { version: Number(row.version) + 1, stage: next ?? stages[at], workItem: null, state: state === "PAUSED" ? "RETURNED" : state === "STOPPED" ? "REFUSED" : row.state, updatedAt: new Date().toISOString() });
  tell({ name, actor: String(by.name), item, row });
  return row;
}

/** Puts a case into a stage with the reviewer's claim, to look at that face of the page. */
export function stand(id: string, kind: string): void {
  const row = rowById(id);
  const stages = row.stages as Row[];
  const at = stages.findIndex((stage) => stage.kind === kind);
  stages.forEach((stage, place) => Object.assign(stage, { state: place < at ? "PASSED" : place === at ? "OPEN" : "WAITING" }));
  Object.assign(row, { stage: stages[at], state: kind === "CERTIFICATE_MAKING" ? "GRANTED" : "IN_REVIEW" });
}

export function issue(id: string): Row {
  const row = rowById(id);
  const stages = row.stages as Row[];
  Object.assign(stages.at(-1) as Row, { state: "PASSED", officer: me, closedAt: new Date().toISOString() });
  Object.assign(row.workItem as Row, { state: "DONE" });
  const document = { id: "fil_c", __typename: "File", name: "注册证.pdf", state: "CLEAN", pageUrls: [], downloadUrl: "/files/c.pdf", previewUrl: null, mediaType: "application/pdf", bytes: 1, width: null, height: null, pages: 1 };
  Object.assign(row, { state: "COMPLETED", version: Number(row.version) + 1, workItem: null, certificate: { id: "cer_1", __typename: "Certificate", number: "苏1消2026000001", validFrom: "2026-11-21", validUntil: "2029-11-20", document } });
  tell({ name: "REGISTRATION_COMPLETED", actor: me.name, row });
  return row;
}

export function look(id: string, labels: string[]): void {
  const row = rowById(id);
  row.viewers = labels.map((label) => ({ label, editing: false, since: new Date().toISOString() }));
  tell({ name: "PRESENCE", actor: "", row });
}

export const byColleague = { claim: (id: string) => claim(id, colleague), pass: (id: string) => pass(id, colleague) };
