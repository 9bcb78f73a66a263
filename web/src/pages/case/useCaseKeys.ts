import { navigate } from "../../app/router";
import type { Action } from "../../gql/enums";
import { keptRoute, neighboursOf } from "../desk/neighbours";
import { useKeys } from "../desk/useKeys";
import type { CaseDesk } from "./CaseContext";
import { placeOf } from "./FieldGroup";
import { fieldsOf, keyOf } from "./fields";
import type { Standing } from "./standing";
import { zoomBy, ZOOM_STEP } from "./viewer/zoom";

interface Hands {
  desk: CaseDesk;
  standing: Standing;
  decide: (action: Action) => void;
  help: () => void;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** P and R open the confirmation; no key decides by itself. */
export function useCaseKeys({ desk, standing, decide, help }: Hands): void {
  const around = neighboursOf(keptRoute(), desk.one.id);
  const go = (id: string | null): void => {
    if (id !== null) navigate(`/cases/${id}`);
  };
  const open = (...wanted: Action[]): void => {
    if (standing.kind !== "mine") return;
    const found = standing.actions.find(({ action }) => wanted.includes(action));
    if (found) decide(found.action);
  };
  const remark = (): void => {
    const field = fieldsOf(desk.one).find(({ path }) => keyOf(path) === desk.field);
    if (field && desk.mayRemark) desk.write(placeOf(field));
  };
  const papers = DIGITS.map((digit, at): [string, () => void] => [digit, () => {
    const paper = desk.papers[at];
    if (paper) desk.show(paper.key, 1);
  }]);
  useKeys({
    ...Object.fromEntries(papers),
    j: () => go(around.next),
    k: () => go(around.previous),
    m: remark,
    p: () => open("PASS_REGISTRATION", "ISSUE_CERTIFICATE"),
    r: () => open("RETURN_REGISTRATION"),
    "+": () => zoomBy(ZOOM_STEP),
    "=": () => zoomBy(ZOOM_STEP),
    "-": () => zoomBy(-ZOOM_STEP),
    Escape: () => desk.write(null),
    "?": help,
  });
}
