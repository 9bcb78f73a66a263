import type { ReactNode } from "react";
import type { Action } from "../../../gql/enums";
import type { Standing } from "../standing";
import { IssueDialog } from "./IssueDialog";
import { PassDialog } from "./PassDialog";
import { ReturnDialog } from "./ReturnDialog";

interface Props {
  action: Action;
  standing: Extract<Standing, { kind: "mine" }>;
  onClose: () => void;
  /** Somebody else was first: the page reads the case anew and says so. */
  onOvertaken: () => void;
  onActed: () => void;
}

export function DecideDialog({ action, standing, onClose, onOvertaken, onActed }: Props): ReactNode {
  const available = standing.actions.find((one) => one.action === action);
  if (available === undefined) return null;
  const end = (how: "done" | "overtaken" | "refused"): void => {
    if (how === "refused") return;
    if (how === "overtaken") onOvertaken();
    if (how === "done") onActed();
    onClose();
  };
  if (action === "RETURN_REGISTRATION") return <ReturnDialog available={available} onClose={onClose} onEnd={end} />;
  if (action === "ISSUE_CERTIFICATE") return <IssueDialog available={available} onClose={onClose} onEnd={end} />;
  return <PassDialog available={available} onClose={onClose} onEnd={end} />;
}
