import type { ReactNode } from "react";
import type { Family } from "../theme/tokens";
import { FamilyIcon } from "./Status";
import "./notes.css";
import "./status.css";

/** A remark inside the page: coloured, with its sign, in reading order. */
export function Note({ family, children }: { family: Family; children: ReactNode }): ReactNode {
  return (
    <div className={`note ${family}`}>
      <FamilyIcon family={family} />
      <div>{children}</div>
    </div>
  );
}
