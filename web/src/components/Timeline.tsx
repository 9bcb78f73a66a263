import Check from "@ant-design/icons/es/icons/CheckOutlined";
import Clock from "@ant-design/icons/es/icons/ClockCircleFilled";
import Close from "@ant-design/icons/es/icons/CloseOutlined";
import Rollback from "@ant-design/icons/es/icons/RollbackOutlined";
import type { ReactNode } from "react";
import { common } from "../words/common";
import { Status } from "./Status";
import "./timeline.css";

export interface Step {
  id: string;
  state: "done" | "now" | "returned" | "stopped" | "waiting";
  title: string;
  time?: string;
  detail?: string;
  /** Changed a moment ago by somebody else. */
  fresh?: boolean;
}

const marks: Record<Step["state"], ReactNode> = {
  done: <Check aria-hidden="true" />,
  now: <Clock aria-hidden="true" />,
  returned: <Rollback aria-hidden="true" />,
  stopped: <Close aria-hidden="true" />,
  waiting: null,
};

/** The way of a case. Steps change in place; they never change order by themselves. */
export function Timeline({ steps }: { steps: Step[] }): ReactNode {
  return (
    <ol className="timeline">
      {steps.map((step) => (
        <li key={step.id} className={`step ${step.state}${step.fresh ? " step-fresh" : ""}`} aria-current={step.state === "now" ? "step" : undefined}>
          <span className="step-mark">{marks[step.state]}</span>
          <div className="step-body">
            <span className="step-title">
              {step.title}
              {step.fresh && <Status family="fresh" word={common.justUpdated} />}
            </span>
            {step.time !== undefined && <span className="step-time tn">{step.time}</span>}
            {step.detail !== undefined && <span className="step-detail">{step.detail}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
