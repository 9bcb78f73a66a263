import { useState } from "react";
import { announce } from "../../app/announce";
import type { DeskCaseFragment } from "../../gql/graphql";
import type { Fault } from "../../live/faults";
import { useData } from "../../live/useData";
import { useLive } from "../../live/useLive";
import { caseWords as words } from "../../words/case";
import { CaseDocument, CaseFollowDocument } from "./documents";
import type { Visit } from "./standing";

export interface CaseData {
  one: DeskCaseFragment | null;
  /** The service has answered, and there is no such case for this reviewer. */
  missing: boolean;
  fault: Fault | null;
  reload: () => void;
  visit: Visit;
  /** Remembers that the reviewer decided here. */
  act: () => void;
}

const DECIDED = ["STAGE_PASSED", "REGISTRATION_GRANTED", "REGISTRATION_RETURNED", "REGISTRATION_REFUSED", "REGISTRATION_NOT_ACCEPTED", "REGISTRATION_WITHDRAWN"];

/** A case that repaints itself, and what this visit has seen of it. */
export function useCase(id: string, me: string): CaseData {
  const { data, fault, reload } = useData(CaseDocument, { id });
  const one = data?.node != null && "version" in data.node && data.node.id === id ? data.node : null;
  const [visit, setVisit] = useState<Visit>({ stageId: null, held: false });
  const held = one?.workItem?.state === "HELD" && one.workItem.heldBy?.id === me;
  if (one !== null && ((visit.stageId === null && one.stage != null) || (held && !visit.held))) {
    setVisit({ ...visit, stageId: visit.stageId ?? one.stage?.id ?? null, held: held || visit.held });
  }
  useLive(CaseFollowDocument, { after: data?.journalHead.cursor, id }, data !== null, (frame, news, own) => {
    const { event } = news.registrationChanged;
    if (frame.kind !== "EVENT" || own || event == null) return;
    if (!DECIDED.includes(event.name)) return;
    setVisit((now) => ({ ...now, by: event.actor.label }));
    announce(words.announceDecided(event.actor.label), visit.held ? "assertive" : "polite");
  });
  return { one, missing: data !== null && data.node === null, fault, reload, visit, act: () => setVisit((now) => ({ ...now, acted: true })) };
}
