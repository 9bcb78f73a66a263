import type { ReactNode } from "react";
import type { Family } from "../theme/tokens";
import { FamilyIcon } from "./Status";
import "./statusBand.css";

interface Props {
  family: Family;
  /** What state it is in. */
  word: string;
  /** Whose turn it is, and what that means for the reader. */
  turn: string;
  /** By when. */
  deadline?: ReactNode;
  action?: ReactNode;
}

/** The three answers that stand before any button. */
export function StatusBand({ family, word, turn, deadline, action }: Props): ReactNode {
  return (
    <div className={`band ${family}`}>
      <span className="band-icon"><FamilyIcon family={family} /></span>
      <div className="band-text">
        <strong>{word}</strong>
        <p>{turn}</p>
      </div>
      {deadline != null && <div className="band-deadline">{deadline}</div>}
      {action != null && <div className="band-action">{action}</div>}
    </div>
  );
}
