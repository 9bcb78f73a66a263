import type { ReactNode } from "react";
import { caseWords as words } from "../../words/case";

export type CaseTab = "data" | "papers" | "remarks";

interface Props {
  tab: CaseTab;
  onChoose: (tab: CaseTab) => void;
  papers: number;
  remarks: number;
}

/** On phones the parts that stand side by side on a desktop take turns. */
export function CaseTabs({ tab, onChoose, papers, remarks }: Props): ReactNode {
  const tabs: [CaseTab, string][] = [["data", words.data], ["papers", words.attachments(papers)], ["remarks", words.remarks(remarks)]];
  return (
    <div className="case-tabs" role="group" aria-label={words.tabs}>
      {tabs.map(([key, word]) => <button key={key} type="button" aria-pressed={key === tab} onClick={() => onChoose(key)}>{word}</button>)}
    </div>
  );
}
