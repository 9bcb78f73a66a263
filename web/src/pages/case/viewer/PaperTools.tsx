import Download from "@ant-design/icons/es/icons/DownloadOutlined";
import Fullscreen from "@ant-design/icons/es/icons/FullscreenOutlined";
import Left from "@ant-design/icons/es/icons/LeftOutlined";
import Right from "@ant-design/icons/es/icons/RightOutlined";
import RotateRight from "@ant-design/icons/es/icons/RotateRightOutlined";
import ZoomIn from "@ant-design/icons/es/icons/ZoomInOutlined";
import ZoomOut from "@ant-design/icons/es/icons/ZoomOutOutlined";
import type { ComponentType, ReactNode, RefObject } from "react";
import { useStore } from "../../../live/store";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { FIT, zoom, zoomBy, ZOOM_STEP } from "./zoom";

interface Props {
  pane: RefObject<HTMLDivElement | null>;
  pages: number;
  onTurn: () => void;
}

export function PaperTools({ pane, pages, onTurn }: Props): ReactNode {
  const { paper, papers, page, show } = useCaseDesk();
  const percent = useStore(zoom);
  if (paper === null) return null;
  const full = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void pane.current?.requestFullscreen();
  };
  return (
    <div className="paper-tools">
      <strong>{paper.label}</strong>
      <span className="secondary tn">{words.fileOf(papers.indexOf(paper) + 1, papers.length)} · {words.pageOf(page, pages)}</span>
      {pages > 1 && <Tool icon={Left} word={words.previousPage} off={page <= 1} onPress={() => show(paper.key, page - 1)} />}
      {pages > 1 && <Tool icon={Right} word={words.nextPage} off={page >= pages} onPress={() => show(paper.key, page + 1)} />}
      <span className="paper-tools-end">
        <Tool icon={ZoomOut} word={words.zoomOut} onPress={() => zoomBy(-ZOOM_STEP)} />
        <button type="button" className="icon-button tn zoom-figure" aria-label={words.fitFrom(percent)} title={words.fit} onClick={() => zoom.set(FIT)}>{words.zoomIs(percent)}</button>
        <Tool icon={ZoomIn} word={words.zoomIn} onPress={() => zoomBy(ZOOM_STEP)} />
        <Tool icon={RotateRight} word={words.rotate} onPress={onTurn} />
        <Tool icon={Fullscreen} word={words.fullscreen} onPress={full} />
        {paper.file.downloadUrl && <a className="icon-button" href={paper.file.downloadUrl} aria-label={words.openFile} title={words.openFile}><Download aria-hidden="true" /></a>}
      </span>
    </div>
  );
}

function Tool({ icon: Icon, word, off = false, onPress }: { icon: ComponentType; word: string; off?: boolean; onPress: () => void }): ReactNode {
  return <button type="button" className="icon-button" aria-label={word} title={word} aria-disabled={off} onClick={() => { if (!off) onPress(); }}><span aria-hidden="true"><Icon /></span></button>;
}
