import { expect, test } from "vitest";
import type { DeskCaseFragment } from "../src/gql/graphql";
import { primaryOf, standingOf, type Available } from "../src/pages/case/standing";

const me = "rev_1";
const pass: Available = { action: "PASS_REGISTRATION", label: "通过", ready: true, reason: null, findings: [] };
const back: Available = { ...pass, action: "RETURN_REGISTRATION", label: "退回补正" };
const stage = { id: "stg_3", kind: "EXAMINATION" as const, state: "OPEN" as const };
const item = { id: "wrk_1", state: "HELD" as const, fence: 1, heldUntil: null, heldBy: { id: me, name: "周敏" } };
const visit = { stageId: "stg_3", held: false };

function caseOf(changes: object): DeskCaseFragment {
  return { stages: [stage], stage, workItem: item, availableActions: [pass, back], ...changes } as unknown as DeskCaseFragment;
}

test("the holder sees the service's buttons and no others", () => {
  const acts = { ...pass, action: "EXTEND_DEADLINE" as const };
  expect(standingOf(caseOf({ availableActions: [pass, acts] }), me, visit)).toEqual({ kind: "mine", actions: [pass] });
});

test("a free case of the reviewer's stage is claimed first; one of another stage is only looked at", () => {
  const free = { ...item, state: "FREE", heldBy: null };
  expect(standingOf(caseOf({ workItem: free }), me, visit)).toEqual({ kind: "free", itemId: "wrk_1" });
  expect(standingOf(caseOf({ workItem: free, availableActions: [] }), me, visit).kind).toBe("watching");
});

test("a claim that was held in this visit and is gone is said to be lost, with who has it now", () => {
  const held = { stageId: "stg_3", held: true };
  expect(standingOf(caseOf({ workItem: { ...item, heldBy: { id: "rev_2", name: "李慧" } } }), me, held)).toEqual({ kind: "lost", name: "李慧", itemId: null });
  expect(standingOf(caseOf({ workItem: { ...item, state: "FREE", heldBy: null } }), me, held)).toEqual({ kind: "lost", name: null, itemId: "wrk_1" });
});

test("a decision of this visit's stage names who took it, also when the next stage is free", () => {
  const passed = { ...stage, state: "PASSED", officer: { id: "rev_2", name: "李慧" } };
  const next = { id: "stg_4", kind: "DECISION", state: "OPEN" };
  const one = caseOf({ stages: [passed, next], stage: next, workItem: { ...item, id: "wrk_2", state: "FREE", heldBy: null } });
  expect(standingOf(one, me, { stageId: "stg_3", held: true })).toEqual({ kind: "decided", stage: passed, mine: false, name: "李慧" });
});

test("a stage that ended without an officer: one's own act and a colleague's are told apart all the same", () => {
  const stopped = { ...stage, state: "STOPPED", officer: null };
  const one = caseOf({ stages: [stopped], stage: null, workItem: null });
  expect(standingOf(one, me, { stageId: "stg_3", held: true, acted: true })).toMatchObject({ kind: "decided", mine: true });
  expect(standingOf(one, me, { stageId: "stg_3", held: false, by: "李慧" })).toMatchObject({ kind: "decided", mine: false, name: "李慧" });
});

test("the primary button is what the case suggests", () => {
  expect(primaryOf([pass, back], 0)).toBe("PASS_REGISTRATION");
  expect(primaryOf([pass, back], 1)).toBe("RETURN_REGISTRATION");
  expect(primaryOf([{ ...pass, ready: false }, back], 0)).toBe("RETURN_REGISTRATION");
  expect(primaryOf([pass], 1)).toBe("PASS_REGISTRATION");
});
