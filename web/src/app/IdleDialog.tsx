import Button from "antd/es/button";
import { useEffect, useState, type ReactNode } from "react";
import { Dialog } from "../components/Dialog";
import { idleWords as words } from "../words/me";
import { announce } from "./announce";

const MINUTE_MS = 60_000;

export default function IdleDialog({ idleAt, onStay }: { idleAt: string; onStay: () => void }): ReactNode {
  useEffect(() => announce(words.spoken, "assertive"), []);
  const [minutes] = useState(() => Math.max(1, Math.round((Date.parse(idleAt) - Date.now()) / MINUTE_MS)));
  return (
    <Dialog title={words.title} onClose={onStay}>
      <p>{words.body(minutes)}</p>
      <div className="dialog-buttons"><Button type="primary" onClick={onStay}>{words.stay}</Button></div>
    </Dialog>
  );
}
