import FileImage from "@ant-design/icons/es/icons/FileImageOutlined";
import type { ReactNode } from "react";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { pagesOf } from "../papers";

export function Thumbs(): ReactNode {
  const { papers, paper: current, show } = useCaseDesk();
  return (
    <ol className="thumbs" aria-label={words.thumbs}>
      {papers.map((paper) => (
        <li key={paper.key}>
          <button type="button" className="thumb" aria-current={paper.key === current?.key ? "true" : undefined} onClick={() => show(paper.key, 1)}>
            {paper.file.previewUrl ? <img src={paper.file.previewUrl} alt="" loading="lazy" width="42" height="56" /> : <span className="thumb-none" aria-hidden="true"><FileImage /></span>}
            <span>{paper.label}</span>
            <span className="fine secondary">{words.pages(pagesOf(paper.file).length)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
