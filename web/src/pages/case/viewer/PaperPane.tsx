import { useRef, useState, type ReactNode } from "react";
import { EmptyState } from "../../../components/EmptyState";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { pagesOf, placeOn } from "../papers";
import { RemarkEditor } from "../RemarkEditor";
import { PageImage } from "./PageImage";
import { PaperTools } from "./PaperTools";
import { Thumbs } from "./Thumbs";

const QUARTER = 90;
const WHOLE = 360;

/** The papers beside the fields: which one, which page, how large, which way up. */
export function PaperPane(): ReactNode {
  const { paper, page, papers, writing, write, mayRemark } = useCaseDesk();
  const [turn, setTurn] = useState(0);
  const [boxing, setBoxing] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  if (paper === null) return <div className="case-papers"><EmptyState title={words.noFiles} reason={words.noFilesReason} /></div>;
  const pages = pagesOf(paper.file);
  const source = pages[page - 1];
  const writingHere = writing?.attachmentId === paper.attachmentId && writing?.page === page ? writing : null;
  const boxed = (box: number[]): void => {
    setBoxing(false);
    write(placeOn(paper, page, box));
  };
  return (
    <div ref={pane} className="case-papers">
      <PaperTools pane={pane} pages={pages.length} onTurn={() => setTurn((turn + QUARTER) % WHOLE)} />
      {mayRemark && (
        <div className="paper-remark row">
          <button type="button" className="link" onClick={() => write(placeOn(paper, page))}>{words.remarkOnPage}</button>
          {turn === 0 && paper.attachmentId !== undefined && <button type="button" className="link" aria-pressed={boxing} onClick={() => setBoxing(!boxing)}>{words.boxOn}</button>}
          {boxing && <span className="fine secondary" role="status">{words.boxHint}</span>}
        </div>
      )}
      {writingHere && writingHere.key !== "basic.photo" && <div className="paper-editor"><RemarkEditor key={writingHere.key} place={writingHere} /></div>}
      <div className="paper-body">
        {papers.length > 1 && <Thumbs />}
        <div className="paper-scroll" role="region" aria-label={words.pageImage(paper.label, page)} tabIndex={0}>
          {source === undefined
            ? <EmptyState title={words.noImage} reason={paper.file.state === "CLEAN" ? words.noImageReason : words.checkingFile} />
            : <PageImage key={source} source={source} label={words.pageImage(paper.label, page)} turn={turn} boxing={boxing} onBox={boxed} />}
        </div>
      </div>
    </div>
  );
}
