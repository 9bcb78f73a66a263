import type { Step } from "../../components/Timeline";
import type { RegistrationState } from "../../gql/enums";
import type { CasePartsFragment, StagePartsFragment } from "../../gql/graphql";
import { deadlineWords } from "../../words/deadline";
import { moment } from "../../words/format";
import { registrationStates } from "../../words/states";
import { stageSteps, timelineWords as words } from "../../words/timeline";

/** The way of a case as the applicant reads it; `fresh` marks the stage that moved a moment ago. */
export function stepsOf(registration: CasePartsFragment, fresh: boolean): Step[] {
  const { stages, attachments } = registration;
  const started = stages.find((stage) => stage.openedAt != null);
  const submitted: Step = {
    id: "submitted",
    state: started ? "done" : "waiting",
    title: words.submitted,
    time: started?.openedAt ? moment(started.openedAt) : undefined,
    detail: words.material(attachments.length),
  };
  // Of a case that ended, the stages that never began are no part of its way.
  const gone = stages.filter((stage) => stage.state !== "STOPPED" || stage.openedAt != null);
  const latest = latestOf(gone);
  return [submitted, ...gone.map((stage) => ({ ...stepOf(stage, registration.state), fresh: fresh && stage.id === latest?.id }))];
}

function stepOf(stage: StagePartsFragment, ended: RegistrationState): Step {
  const word = stageSteps[stage.kind];
  const detail = stage.authority?.name;
  switch (stage.state) {
    case "PASSED":
      return { id: stage.id, state: "done", title: word.passed, time: timeOf(stage.closedAt), detail };
    case "OPEN":
    case "BATCHED":
      return { id: stage.id, state: "now", title: word.open, time: timeOf(stage.openedAt), detail };
    case "PAUSED":
      return { id: stage.id, state: "returned", title: words.returned(word.waiting), time: timeOf(stage.deadline?.pausedSince), detail: words.returnedDetail };
    case "STOPPED":
      return { id: stage.id, state: "stopped", title: words.stopped(word.waiting, registrationStates[ended].word), time: timeOf(stage.closedAt), detail };
    case "WAITING":
      return { id: stage.id, state: "waiting", title: word.waiting, time: stage.deadline ? deadlineWords.until(stage.deadline.dueAt) : undefined };
  }
}

function latestOf(stages: StagePartsFragment[]): StagePartsFragment | undefined {
  return stages.findLast((stage) => stage.state !== "WAITING");
}

const timeOf = (at: string | null | undefined): string | undefined => (at ? moment(at) : undefined);
