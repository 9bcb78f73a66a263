import type { DeskCaseFragment } from "../../../gql/graphql";
import { caseWords as words } from "../../../words/case";
import { registrationStates } from "../../../words/states";
import { stageKinds } from "../../../words/terms";
import type { ClosedStage, Standing } from "../standing";

/** What the bar says when there is nothing to decide. */
export function sentenceOf(standing: Standing, one: DeskCaseFragment): string {
  switch (standing.kind) {
    case "decided":
      return decidedSentence(standing, one);
    case "lost":
      return standing.name === null ? words.lostFree : `${words.lost}${words.comma}${words.lostBy(standing.name)}`;
    case "other":
      return words.heldBy(standing.name);
    case "free":
      return words.unclaimed;
    case "mine":
      return "";
    case "watching":
      return watchingSentence(one);
  }
}

function decidedSentence({ stage, mine, name }: Extract<Standing, { kind: "decided" }>, one: DeskCaseFragment): string {
  if (one.state === "WITHDRAWN") return words.withdrawn;
  const what = whatOf(stage, one);
  const time = words.at(stage.closedAt ?? one.updatedAt);
  const done = mine ? words.decidedMine(time, what) : words.decided(name ?? words.colleague, time, what);
  return one.stage != null && one.stage.id !== stage.id ? `${done}${words.stop}${words.nowAt(stageKinds[one.stage.kind])}` : done;
}

function whatOf({ kind, state }: ClosedStage, one: DeskCaseFragment): string {
  if (state === "STOPPED") return registrationStates[one.state].word;
  if (state !== "PASSED") return words.what[state];
  if (kind === "CERTIFICATE_MAKING") return words.made;
  return kind === "DECISION" ? words.granted : `${words.what[state]}${stageKinds[kind]}`;
}

function watchingSentence(one: DeskCaseFragment): string {
  if (one.state === "RETURNED") return words.waitingApplicant;
  if (one.state === "WITHDRAWN") return words.withdrawn;
  if (one.stage != null && (one.state === "IN_REVIEW" || one.state === "GRANTED")) return `${words.nowAt(stageKinds[one.stage.kind])}${words.stop}${words.notYours}`;
  return registrationStates[one.state].word;
}

/** The word of the passing button: what the stage does, as the paper calls it. */
export function passWord({ stage }: DeskCaseFragment, label: string): string {
  if (stage == null) return label;
  return stage.kind === "DECISION" ? words.grant : words.ofStage(stageKinds[stage.kind], label);
}
