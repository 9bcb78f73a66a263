import Down from "@ant-design/icons/es/icons/ArrowDownOutlined";
import Left from "@ant-design/icons/es/icons/ArrowLeftOutlined";
import Right from "@ant-design/icons/es/icons/ArrowRightOutlined";
import Up from "@ant-design/icons/es/icons/ArrowUpOutlined";
import TurnLeft from "@ant-design/icons/es/icons/RotateLeftOutlined";
import TurnRight from "@ant-design/icons/es/icons/RotateRightOutlined";
import ZoomIn from "@ant-design/icons/es/icons/ZoomInOutlined";
import ZoomOut from "@ant-design/icons/es/icons/ZoomOutOutlined";
import Button from "antd/es/button";
import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { bytes as bytesWord } from "../words/format";
import { photoWords as words } from "../words/uploads";
import { cutOf, fill, PHOTO, within, zoom, type Cut, type Placement, type Size } from "./crop";
import { Dialog } from "./Dialog";
import { Note } from "./Note";
import "./photoTool.css";

export interface MadePhoto {
  url: string;
  width: number;
  height: number;
  bytes: number;
  warnings: string[];
}

interface Props {
  /** The picture that was chosen, as an address that this page can draw. */
  source: string;
  made: MadePhoto | null;
  busy: boolean;
  mistake: string | null;
  onMake: (cut: Cut & { turn: number }) => void;
  /** The person has seen exactly this picture. */
  onUse: () => void;
  onAdjust: () => void;
  onAgain: () => void;
  onClose: () => void;
}

const FRAME: Size = { width: 236, height: (236 * PHOTO.height) / PHOTO.width };
const MOVE = 8;
const ZOOM = 1.12;

/** Cut, turn and look: dragging, buttons and arrow keys do the same (WCAG 2.5.7). */
export function PhotoTool(props: Props): ReactNode {
  const { made, busy, mistake, onUse, onAdjust, onAgain, onClose } = props;
  return (
    <Dialog title={words.toolTitle} onClose={onClose} wide>
      {mistake && <Note family="refused">{mistake}</Note>}
      {made === null ? <Cropper {...props} /> : (
        <div className="photo-made">
          <figure>
            <img src={made.url} alt={words.resultAlt} width={PHOTO.width} height={PHOTO.height} />
            <figcaption className="small secondary tn">{words.resultFacts(made.width, made.height, bytesWord(made.bytes))}</figcaption>
          </figure>
          <div className="stack">
            {made.warnings.map((warning) => <Note key={warning} family="action">{warning}</Note>)}
            <Button type="primary" onClick={onUse} aria-disabled={busy}>{busy ? words.using : words.use}</Button>
            <Button onClick={onAdjust}>{words.adjust}</Button>
            <Button onClick={onAgain}>{words.again}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Cropper({ source, busy, onMake, onAgain }: Props): ReactNode {
  const [turn, setTurn] = useState(0);
  const { canvas, picture } = useTurned(source, turn);
  const [placement, setPlacement] = useState<Placement | null>(null);
  const [seen, setSeen] = useState<Size | null>(null);
  if (picture !== seen) {
    setSeen(picture);
    setPlacement(picture && fill(picture, FRAME));
  }
  const grip = useRef<{ x: number; y: number } | null>(null);
  const move = (x: number, y: number): void => setPlacement((now) => now && picture && within({ ...now, x: now.x + x, y: now.y + y }, picture, FRAME));
  const grow = (by: number): void => setPlacement((now) => now && picture && zoom(now, by, picture, FRAME));
  const keys = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: [MOVE, 0], ArrowRight: [-MOVE, 0], ArrowUp: [0, MOVE], ArrowDown: [0, -MOVE] }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    move(way[0] ?? 0, way[1] ?? 0);
  };
  const drag = (event: PointerEvent): void => {
    if (grip.current === null) return;
    move(event.clientX - grip.current.x, event.clientY - grip.current.y);
    grip.current = { x: event.clientX, y: event.clientY };
  };
  return (
    <div className="cropper">
      <p className="small secondary">{words.instruction}</p>
      <div
        className="crop-frame" role="group" aria-label={words.frame} tabIndex={0} style={FRAME} onKeyDown={keys}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); grip.current = { x: event.clientX, y: event.clientY }; }}
        onPointerMove={drag} onPointerUp={() => { grip.current = null; }}
        onWheel={(event) => grow(event.deltaY < 0 ? ZOOM : 1 / ZOOM)}
      >
        <canvas ref={canvas} style={placement && picture ? { width: picture.width * placement.scale, height: picture.height * placement.scale, transform: `translate(${placement.x}px, ${placement.y}px)` } : undefined} />
      </div>
      <div className="crop-tools">
        <Tool word={words.zoomOut} icon={ZoomOut} onPress={() => grow(1 / ZOOM)} />
        <Tool word={words.zoomIn} icon={ZoomIn} onPress={() => grow(ZOOM)} />
        <Tool word={words.turnLeft} icon={TurnLeft} onPress={() => setTurn((turn + 270) % 360)} />
        <Tool word={words.turnRight} icon={TurnRight} onPress={() => setTurn((turn + 90) % 360)} />
        <Tool word={words.left} icon={Left} onPress={() => move(-MOVE, 0)} />
        <Tool word={words.up} icon={Up} onPress={() => move(0, -MOVE)} />
        <Tool word={words.down} icon={Down} onPress={() => move(0, MOVE)} />
        <Tool word={words.right} icon={Right} onPress={() => move(MOVE, 0)} />
      </div>
      <div className="dialog-buttons">
        <Button type="primary" aria-disabled={busy} onClick={() => { if (!busy && placement && picture) onMake({ ...cutOf(placement, picture, FRAME), turn }); }}>{busy ? words.making : words.make}</Button>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </div>
  );
}

function Tool({ word, icon: Icon, onPress }: { word: string; icon: ComponentType; onPress: () => void }): ReactNode {
  return <button type="button" className="icon-button" aria-label={word} title={word} onClick={onPress}><span aria-hidden="true"><Icon /></span></button>;
}

/** The picture drawn upright after a turn; `picture` is its full size, the drawing may be smaller. */
function useTurned(source: string, turn: number): { canvas: React.RefObject<HTMLCanvasElement | null>; picture: Size | null } {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<Size | null>(null);
  useEffect(() => {
    const image = new Image();
    image.onload = () => {
      if (canvas.current === null) return;
      draw(canvas.current, image, turn);
      const sideways = turn % 180 !== 0;
      setPicture({ width: sideways ? image.naturalHeight : image.naturalWidth, height: sideways ? image.naturalWidth : image.naturalHeight });
    };
    image.src = source;
    return () => {
      image.onload = null;
    };
  }, [source, turn]);
  return { canvas, picture };
}

const DRAWN_SIDE = 1400;

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, turn: number): void {
  const share = Math.min(1, DRAWN_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const [width, height] = [image.naturalWidth * share, image.naturalHeight * share];
  const sideways = turn % 180 !== 0;
  [canvas.width, canvas.height] = sideways ? [height, width] : [width, height];
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((turn * Math.PI) / 180);
  pen.drawImage(image, -width / 2, -height / 2, width, height);
}
