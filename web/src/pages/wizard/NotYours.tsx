import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import type { RegistrationState } from "../../gql/enums";
import { wizardWords as words } from "../../words/wizard";
import { GoButton } from "../parts/GoButton";
import type { StepName } from "./steps";

/** Only a draft and a returned case are the applicant's to change. */
export function isYours(state: RegistrationState): boolean {
  return state === "DRAFT" || state === "RETURNED";
}

/** Also for a second device that still had the form open when the first one submitted. */
export function NotYours({ id, step }: { id: string; step: StepName }): ReactNode {
  return <Page title={words.steps[step]}><div className="card stack"><p>{words.notYours}</p><div><GoButton to={`/registrations/${id}`} primary>{words.viewCase}</GoButton></div></div></Page>;
}
