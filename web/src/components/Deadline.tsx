import Clock from "@ant-design/icons/es/icons/ClockCircleOutlined";
import Alert from "@ant-design/icons/es/icons/ExclamationCircleFilled";
import Pause from "@ant-design/icons/es/icons/PauseCircleOutlined";
import type { ReactNode } from "react";
import { deadlineWords as words } from "../words/deadline";
import "./deadline.css";

export interface DeadlineFacts {
  dueAt: string;
  workdaysLeft: number;
  overdue: boolean;
  pausedSince?: string | null;
  pauseReason?: string | null;
}

const SOON_WORKDAYS = 2;

export type Urgency = "paused" | "overdue" | "today" | "soon" | "plain";

export function urgency(deadline: DeadlineFacts): Urgency {
  if (deadline.pausedSince) return "paused";
  if (deadline.overdue) return "overdue";
  if (deadline.workdaysLeft <= 0) return "today";
  return deadline.workdaysLeft <= SOON_WORKDAYS ? "soon" : "plain";
}

/** One line: for lists and rows. */
export function Deadline({ deadline }: { deadline: DeadlineFacts }): ReactNode {
  const how = urgency(deadline);
  return (
    <span className={`deadline tn ${how}`}>
      {how === "soon" && <Clock aria-hidden="true" />}
      {how === "paused" && <Pause aria-hidden="true" />}
      {(how === "today" || how === "overdue") && <Alert aria-hidden="true" />}
      {wordOf(how, deadline)}
    </span>
  );
}

/** The big figure of the band. */
export function DeadlineFigure({ deadline }: { deadline: DeadlineFacts }): ReactNode {
  const how = urgency(deadline);
  if (how !== "plain" && how !== "soon") return <Deadline deadline={deadline} />;
  return (
    <div className="deadline-figure">
      <span>{words.leftBefore} <strong>{deadline.workdaysLeft}</strong> {words.leftAfter}</span>
      <span className="small secondary tn">{words.until(deadline.dueAt)}</span>
    </div>
  );
}

function wordOf(how: Urgency, { workdaysLeft, pauseReason }: DeadlineFacts): string {
  if (how === "paused") return pauseReason ? words.pausedBecause(pauseReason) : words.paused;
  if (how === "overdue") return words.overdue;
  return how === "today" ? words.today : words.left(workdaysLeft);
}
