import CheckCircle from "@ant-design/icons/es/icons/CheckCircleOutlined";
import Clock from "@ant-design/icons/es/icons/ClockCircleOutlined";
import CloseCircle from "@ant-design/icons/es/icons/CloseCircleOutlined";
import Edit from "@ant-design/icons/es/icons/EditOutlined";
import MinusCircle from "@ant-design/icons/es/icons/MinusCircleOutlined";
import Question from "@ant-design/icons/es/icons/QuestionCircleOutlined";
import Rollback from "@ant-design/icons/es/icons/RollbackOutlined";
import type { ComponentType, ReactNode } from "react";
import type { Family } from "../theme/tokens";
import type { StateWord } from "../words/states";
import "./status.css";

const icons: Record<Exclude<Family, "fresh">, ComponentType> = {
  draft: Edit,
  action: Rollback,
  progress: Clock,
  granted: CheckCircle,
  refused: CloseCircle,
  ended: MinusCircle,
  unknown: Question,
};

/** The sign of a family of states, never shown without its word. */
export function FamilyIcon({ family }: { family: Family }): ReactNode {
  if (family === "fresh") return <span className="dot" aria-hidden="true" />;
  const Icon = icons[family];
  return <span className="icon" aria-hidden="true"><Icon /></span>;
}

export function Status({ family, word }: StateWord): ReactNode {
  return (
    <span className={`status ${family}`}>
      <FamilyIcon family={family} />
      {word}
    </span>
  );
}
