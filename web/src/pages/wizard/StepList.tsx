import Check from "@ant-design/icons/es/icons/CheckOutlined";
import type { ReactNode } from "react";
import { Link } from "../../app/router";
import type { DraftPartsFragment, FindingPartsFragment } from "../../gql/graphql";
import { isGap } from "../../components/gaps";
import { findingWords } from "../../words/finding";
import { registrationKinds } from "../../words/terms";
import { wizardWords as words } from "../../words/wizard";
import { lackingIn, pathOf, stepsOf, type StepName } from "./steps";

/** All steps are links: a step may be left with gaps, only 提交 needs all. */
export function StepList({ registration: { id, kind, findings, pledgeAccepted, sections }, step }: { registration: DraftPartsFragment; step: StepName }): ReactNode {
  return (
    <nav className="wizard-steps" aria-label={words.navigation}>
      <h2>{registrationKinds[kind]}</h2>
      <ol>
        {stepsOf(sections).map((name, at) => {
          const lacking = lackingIn(name, findings);
          const done = name !== "check" && lacking === 0 && (name !== "pledge" || pledgeAccepted);
          return (
            <li key={name}>
              <Link to={pathOf(id, name)} className={`wizard-step${done ? " wizard-step-done" : ""}`} aria-current={name === step ? "step" : undefined}>
                <span className="wizard-number" aria-hidden="true">{done && name !== step ? <Check /> : at + 1}</span>
                <span>
                  {words.steps[name]}
                  {done && name !== step && <span className="unseen">{words.done}</span>}
                  {lacking > 0 && name !== "check" && <span className="wizard-lacking fine">{words.stepLacking(lacking)}</span>}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The same on phones: where one is, and how much is missing. */
export function StepProgress({ steps, step, findings }: { steps: StepName[]; step: StepName; findings: FindingPartsFragment[] }): ReactNode {
  const at = steps.indexOf(step);
  const lacking = findings.filter(isGap).length;
  return (
    <div className="wizard-progress">
      <span className="wizard-dashes" aria-hidden="true">{steps.map((name, place) => <i key={name} className={place < at ? "past" : place === at ? "now" : ""} />)}</span>
      <span className="small secondary">{words.position(at + 1, steps.length)}</span>
      <a className={lacking === 0 ? "chip chip-complete" : "chip"} href="#checklist" onClick={jump}>{findingWords.lackingShort(lacking)}</a>
    </div>
  );
}

function jump(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const list = document.getElementById("checklist");
  list?.scrollIntoView();
  list?.focus({ preventScroll: true });
}
