import { useState, type ReactNode } from "react";
import { caseWords as words } from "../../../words/case";
import { asText, type OwnRemark } from "../remarks";

/** The remarks did not reach anybody: they stay here as text. */
export function CopyRemarks({ own, decided }: { own: OwnRemark[]; decided: boolean }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(asText(own));
    setCopied(true);
  };
  return (
    <span className="secondary">
      {decided ? words.decidedBody() : words.lostBody} <button type="button" className="link" onClick={() => void copy()}>{words.copyRemarks}</button> <span role="status">{copied && words.copied}</span>
    </span>
  );
}
