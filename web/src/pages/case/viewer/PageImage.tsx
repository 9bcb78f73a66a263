import { useRef, useState, type PointerEvent, type ReactNode } from "react";
import { EmptyState } from "../../../components/EmptyState";
import { useStore } from "../../../live/store";
import { caseWords as words } from "../../../words/case";
import { useCaseDesk } from "../CaseContext";
import { boxOf, SMALLEST_BOX, turned, type Point } from "./geometry";
import { zoom } from "./zoom";

interface Props {
  source: string;
  label: string;
  turn: number;
  /** The pointer draws a box for a remark. */
  boxing: boolean;
  onBox: (box: number[]) => void;
}

const A4 = { width: 210, height: 297 };

/** One page at the width of the pane times the zoom, turned by quarters, with the places of remarks on it. */
export function PageImage({ source, label, turn, boxing, onBox }: Props): ReactNode {
  const percent = useStore(zoom);
  const [size, setSize] = useState(A4);
  const [failed, setFailed] = useState(false);
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const { sheetRatio, imageWidth } = turned(size, turn);
  const at = (event: PointerEvent): Point => {
    const edges = sheet.current?.getBoundingClientRect();
    return edges ? { x: (event.clientX - edges.left) / edges.width, y: (event.clientY - edges.top) / edges.height } : { x: 0, y: 0 };
  };
  const end = (): void => {
    const box = from && to ? boxOf(from, to) : null;
    setFrom(null);
    setTo(null);
    if (box !== null && (box[2] ?? 0) > SMALLEST_BOX && (box[3] ?? 0) > SMALLEST_BOX) onBox(box);
  };
  if (failed) return <EmptyState title={words.imageFailed} reason={words.noImageReason} />;
  return (
    <div
      ref={sheet}
      className={boxing ? "sheet boxing" : "sheet"}
      style={{ width: `${percent}%`, aspectRatio: sheetRatio }}
      onPointerDown={(event) => {
        if (!boxing) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(at(event));
      }}
      onPointerMove={(event) => { if (from) setTo(at(event)); }}
      onPointerUp={end}
    >
      <img
        src={source}
        alt={label}
        draggable={false}
        style={{ width: imageWidth, transform: `translate(-50%, -50%) rotate(${turn}deg)` }}
        onLoad={(event) => setSize({ width: event.currentTarget.naturalWidth || A4.width, height: event.currentTarget.naturalHeight || A4.height })}
        onError={() => setFailed(true)}
      />
      {turn === 0 && <Boxes />}
      {from && to && <span className="sheet-box drawing" style={placed(boxOf(from, to))} />}
    </div>
  );
}

/** Places that remarks point at, on the page that is shown. */
function Boxes(): ReactNode {
  const { own, paper, page } = useCaseDesk();
  return own
    .filter((remark) => remark.box && remark.attachmentId === paper?.attachmentId && remark.page === page)
    .map(({ key, box = [] }) => <span key={key} className="sheet-box" style={placed(box)} />);
}

function placed([left = 0, top = 0, width = 0, height = 0]: number[]): Record<string, string> {
  const share = (part: number): string => `${part * 100}%`;
  return { left: share(left), top: share(top), width: share(width), height: share(height) };
}
