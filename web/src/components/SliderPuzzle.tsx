import Button from "antd/es/button";
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { sliderWords as words } from "../words/signIn";
import "./sliderPuzzle.css";

interface Props {
  imageUrl: string;
  pieceUrl: string;
  busy: boolean;
  /** Horizontal positions in image pixels and milliseconds, in turn. */
  onPlaced: (track: number[]) => void;
  onClickInstead: () => void;
  onAnother: () => void;
}

const STEP = 2;
const LONG_STEP = 12;

/** Placed by dragging, by arrow keys, or not at all: the click check does the same (WCAG 2.5.7, 3.3.8). */
export function SliderPuzzle({ imageUrl, pieceUrl, busy, onPlaced, onClickInstead, onAnother }: Props): ReactNode {
  const hint = useId();
  const [size, setSize] = useState({ width: 320, height: 160, piece: 48 });
  const [x, setX] = useState(0);
  const { rail, start, move, finish, nudge } = useTrack(size.width, size.piece, x, setX, onPlaced);
  const keys = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? LONG_STEP : STEP;
    if (event.key === "ArrowRight" || event.key === "ArrowUp") nudge(step);
    else if (event.key === "ArrowLeft" || event.key === "ArrowDown") nudge(-step);
    else if (event.key === "Enter") finish();
    else return;
    event.preventDefault();
  };
  const share = (pixels: number): string => `${(pixels / size.width) * 100}%`;
  return (
    <div className="puzzle">
      <p id={hint} className="small secondary">{words.instruction}</p>
      <div className="puzzle-picture">
        <img src={imageUrl} alt={words.image} draggable={false} onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize((now) => ({ ...now, width, height }))} />
        <img
          className="puzzle-piece" src={pieceUrl} alt="" draggable={false}
          style={{ left: share(x), width: share(size.piece) }}
          onLoad={({ currentTarget }) => setSize((now) => ({ ...now, piece: currentTarget.naturalWidth }))}
        />
      </div>
      <div className="puzzle-rail" ref={rail}>
        <button
          type="button" role="slider" className="puzzle-knob" disabled={busy}
          aria-label={words.label} aria-describedby={hint} aria-valuemin={0} aria-valuemax={size.width - size.piece} aria-valuenow={Math.round(x)} aria-valuetext={words.value(Math.round(x))}
          style={{ left: share(x), width: share(size.piece) }}
          onKeyDown={keys} onPointerDown={start} onPointerMove={move} onPointerUp={finish}
        />
      </div>
      <div className="row">
        <Button size="small" onClick={finish} loading={busy}>{words.confirm}</Button>
        <button type="button" className="link" onClick={onClickInstead}>{words.click}</button>
        <button type="button" className="link" onClick={onAnother}>{words.again}</button>
      </div>
    </div>
  );
}

interface Track {
  rail: React.RefObject<HTMLDivElement | null>;
  start: (event: PointerEvent<HTMLElement>) => void;
  move: (event: PointerEvent<HTMLElement>) => void;
  finish: () => void;
  nudge: (by: number) => void;
}

/** Follows the knob and remembers its way as the service wants it. */
function useTrack(width: number, piece: number, x: number, setX: (x: number) => void, onPlaced: (track: number[]) => void): Track {
  const rail = useRef<HTMLDivElement>(null);
  const track = useRef<{ from: number; began: number; points: number[] } | null>(null);
  const go = (to: number): void => {
    const kept = Math.max(0, Math.min(width - piece, to));
    track.current ??= { from: 0, began: performance.now(), points: [Math.round(x), 0] };
    track.current.points.push(Math.round(kept), Math.round(performance.now() - track.current.began));
    setX(kept);
  };
  const pixels = (event: PointerEvent): number => {
    const box = rail.current?.getBoundingClientRect();
    return box === undefined ? 0 : ((event.clientX - box.left) / box.width) * width;
  };
  return {
    rail,
    start(event) {
      event.currentTarget.setPointerCapture(event.pointerId);
      track.current = { from: pixels(event) - x, began: performance.now(), points: [Math.round(x), 0] };
    },
    move(event) {
      if (event.currentTarget.hasPointerCapture(event.pointerId) && track.current) go(pixels(event) - track.current.from);
    },
    finish() {
      if (track.current === null || x === 0) return;
      onPlaced(track.current.points);
      track.current = null;
    },
    nudge: (by) => go(x + by),
  };
}
