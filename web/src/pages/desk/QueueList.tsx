import { useMemo, useState, type ReactNode } from "react";
import { useTitle } from "../../app/Page";
import { navigate, usePlace } from "../../app/router";
import { deskCounts } from "../../app/deskCounts";
import { useWanted } from "../../app/useWanted";
import { More } from "../../components/More";
import { useStore } from "../../live/store";
import type { QueueItemFragment } from "../../gql/graphql";
import { deskWords as words } from "../../words/desk";
import { Exporting } from "../exports/Exporting";
import { AsOf } from "./AsOf";
import { BulkBar } from "./bulk/BulkBar";
import { ClaimNext } from "./ClaimNext";
import { linkOf } from "./items";
import { KeysHelp, KeysHint } from "./KeysHelp";
import { keepRoute } from "./neighbours";
import { Pill } from "./Pill";
import { QueueBody } from "./QueueBody";
import { QueueFilters } from "./QueueFilters";
import { useClaims } from "./useClaims";
import { useQueue } from "./useQueue";
import { ROWS_ID, useQueueKeys } from "./useQueueKeys";
import { isFiltered, variablesOf, viewOf } from "./view";
import "./queue.css";

/** The common queue, or the reviewer's own part of it. */
export function QueueList({ me, mine }: { me: string; mine: boolean }): ReactNode {
  const { search, path } = usePlace();
  const query = search.toString();
  const view = useMemo(() => viewOf(new URLSearchParams(query)), [query]);
  const queue = useQueue(view, mine, me);
  const claims = useClaims();
  const [, more] = useWanted();
  const counts = useStore(deskCounts);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const total = mine ? counts.mine : counts.queue;
  const title = mine ? words.mineTitle : words.queueTitle;
  useTitle(title);
  const gone = queue.rows.left;
  const shown = queue.rows.order.flatMap((id) => queue.rows.items.get(id) ?? []);
  const select = (id: string): void => {
    if (!gone.has(id)) setSelected((now) => toggled(now, id));
  };
  const open = (item: QueueItemFragment): void => {
    keepRoute({ back: `${path}${query === "" ? "" : `?${query}`}`, ids: shown.filter(({ id }) => !gone.has(id)).map(({ subject }) => subject.id) });
    navigate(linkOf(item));
  };
  const current = useQueueKeys({ shown, open, claim: (id) => void claims.claim(id), select, help: () => setHelp(true), more: queue.hasMore && !queue.loadingMore ? more : null });
  const chosen = shown.filter(({ id }) => selected.has(id) && !gone.has(id));
  return (
    <div className="queue">
      <div className="queue-head">
        <h1>{title} {total !== null && <span className="queue-total tn">{total}</span>}</h1>
        <AsOf />
        {!mine && <ClaimNext view={view} onOpen={open} />}
      </div>
      <QueueFilters view={view} mine={mine} />
      <Exporting kind="WORK_QUEUE" work={variablesOf(view, mine).filter} />
      <div className="queue-reserved">
        <BulkBar chosen={chosen} me={me} onClaim={claims.claim} onClear={() => setSelected(new Set())} />
        <Pill arrived={queue.rows.arrived.size} left={gone.size} busy={queue.refreshing} onPress={() => void queue.refresh()} />
      </div>
      <QueueBody queue={queue} view={view} mine={mine} me={me} shown={shown} claims={claims} selected={selected} onSelect={select} onSelectAll={(ids) => setSelected(new Set(ids))} onOpen={open} current={current} />
      <div className="queue-foot">
        <More list={ROWS_ID} shown={shown.length} total={isFiltered(view) ? null : total} hasMore={queue.hasMore} loading={queue.loadingMore} failed={queue.moreFailed} onMore={queue.moreFailed ? queue.again : more} />
        <KeysHint onHelp={() => setHelp(true)} />
      </div>
      {help && <KeysHelp list="queue" onClose={() => setHelp(false)} />}
    </div>
  );
}

function toggled(now: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(now);
  if (!next.delete(id)) next.add(id);
  return next;
}
