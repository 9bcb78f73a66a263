import type { Step } from "../../components/Timeline";
import type { CasePartsFragment, StagePartsFragment } from "../../gql/graphql";
import { deadlineWords } from "../../words/deadline";
import { moment } from "../../words/format";
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
  const latest = latestOf(stages);
  return [submitted, ...stages.map((stage) => ({ ...stepOf(stage), fresh: fresh && stage.id === latest?.id }))];
}

function stepOf(stage: StagePartsFragment): Step {
  const word = stageSteps[stage.kind];
  const detail = stage.authority?.name;
  switch (stage.state) {
    case "PASSED":
      return { id: stage.id, state: "done", title: word.passed, time: timeOf(stage.closedAt), detail };
    case "OPEN":
    case "BATCHED":
      return { id: stage.id, state: "now", title: word.open, time: timeOf(stage.openedAt), detail };
    case "PAUSED":
      return { id: stage.id, state: "returned", title: words.returned(word.waiting), time: timeOf(stage.closedAt), detail: words.returnedDetail };
    case "STOPPED":
      return { id: stage.id, state: "stopped", title: words.stopped(word.waiting), time: timeOf(stage.closedAt), detail };
    case "WAITING":
      return { id: stage.id, state: "waiting", title: word.waiting, time: stage.deadline ? deadlineWords.until(stage.deadline.dueAt) : undefined };
  }
}

function latestOf(stages: StagePartsFragment[]): StagePartsFragment | undefined {
  return stages.findLast((stage) => stage.state !== "WAITING");
}

const timeOf = (at: string | null | undefined): string | undefined => (at ? moment(at) : undefined);
