import type { ReactNode } from "react";
import { Link, setSearch } from "../../app/router";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { deskWords as words } from "../../words/desk";
import { QueueCards } from "./QueueCards";
import { QueueTable } from "./QueueTable";
import type { RowsProps } from "./rowsProps";
import { useWide } from "../../app/useWide";
import { isFiltered, type View } from "./view";

export function QueueBody({ view, mine, ...rows }: RowsProps & { view: View; mine: boolean }): ReactNode {
  const wide = useWide();
  const { queue, shown } = rows;
  if (!queue.ready && queue.fault !== null) {
    return <FaultNote message={queue.fault.message} reference={queue.fault.reference} onRetry={() => void queue.refresh()} />;
  }
  if (!queue.ready) return <Skeleton lines={9} onRetry={() => void queue.refresh()} />;
  if (shown.length === 0) return <div className="card"><Nothing view={view} mine={mine} /></div>;
  return wide ? <QueueTable {...rows} /> : <QueueCards {...rows} />;
}

function Nothing({ view, mine }: { view: View; mine: boolean }): ReactNode {
  const clear = <button type="button" className="link" onClick={() => setSearch({ tab: null, kind: null, q: null, pages: null })}>{words.clearFilter}</button>;
  if (isFiltered(view)) return <EmptyState title={words.nothingMatches} reason={words.nothingMatchesReason} action={clear} />;
  if (mine) return <EmptyState title={words.emptyMine} reason={words.emptyMineReason} action={<Link className="link" to="/desk">{words.goQueue}</Link>} />;
  return <EmptyState title={words.empty} reason={words.emptyReason} />;
}
