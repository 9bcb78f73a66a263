import Button from "antd/es/button";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useViewer } from "../../../app/viewer";
import type { QueueItemFragment } from "../../../gql/graphql";
import { deskWords as words } from "../../../words/desk";
import { BulkDialog } from "./BulkDialog";
import type { BulkAct } from "./order";

const ReassignDialog = lazy(() => import("./ReassignDialog"));

interface Props {
  chosen: QueueItemFragment[];
  me: string;
  onClaim: (id: string) => Promise<QueueItemFragment | null>;
  onClear: () => void;
}

/** Appears in the place kept for it; the rows below do not move. */
export function BulkBar({ chosen, me, onClaim, onClear }: Props): ReactNode {
  const [act, setAct] = useState<BulkAct | null>(null);
  const [giving, setGiving] = useState(false);
  const head = useViewer()?.reviewer?.roles.some(({ role }) => role === "HEAD");
  if (chosen.length === 0 && act === null) return null;
  const close = (done: boolean): void => {
    setAct(null);
    setGiving(false);
    if (done) onClear();
  };
  return (
    <div className="bulk">
      <strong className="tn">{words.selected(chosen.length)}</strong>
      <Button size="small" onClick={() => setAct("pass")}>{words.bulkPass}</Button>
      <Button size="small" onClick={() => setAct("return")}>{words.bulkReturn}</Button>
      {head && <Button size="small" onClick={() => setGiving(true)}>{words.reassign}</Button>}
      <Button size="small" type="text" onClick={onClear}>{words.clearSelection}</Button>
      <Suspense>{giving && <ReassignDialog chosen={chosen} onClose={close} />}</Suspense>
      {act !== null && <BulkDialog act={act} chosen={chosen} me={me} onClaim={onClaim} onClose={close} />}
    </div>
  );
}
