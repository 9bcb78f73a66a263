import Search from "@ant-design/icons/es/icons/SearchOutlined";
import { useEffect, useState, type ReactNode } from "react";
import { deskCounts, type DeskCount } from "../../app/deskCounts";
import { setSearch } from "../../app/router";
import { useStore } from "../../live/store";
import type { WorkOrder } from "../../gql/enums";
import { deskWords as words } from "../../words/desk";
import { Narrow } from "./Narrow";
import { SavedViews } from "./SavedViews";
import { TABS, type Tab, type View } from "./view";

export const SEARCH_ID = "queue-search";
const TYPING_MS = 350;
const counted: Record<Tab, DeskCount> = { all: "queue", due: "due", free: "free", resubmitted: "resubmitted" };
const wordOf: Record<Tab, string> = { all: words.all, due: words.dueToday, free: words.free, resubmitted: words.resubmitted };

/** Everything here stands in the address: a filter can be kept, sent and gone back to. */
export function QueueFilters({ view, mine }: { view: View; mine: boolean }): ReactNode {
  const counts = useStore(deskCounts);
  return (
    <div className="queue-filters">
      {!mine && (
        <div className="segments" role="group" aria-label={words.tabs}>
          {TABS.map((tab) => (
            <button key={tab} type="button" aria-pressed={view.tab === tab} onClick={() => setSearch({ tab: tab === "all" ? null : tab, pages: null })}>
              {wordOf[tab]} <span className="tn">{counts[counted[tab]]}</span>
            </button>
          ))}
        </div>
      )}
      <div className="queue-narrow">
        <SearchBox key={view.text} text={view.text} />
        <Narrow view={view} />
        <select className="select" aria-label={words.orderLabel} value={view.order} onChange={(event) => setSearch({ sort: event.target.value === "DEADLINE" ? null : event.target.value, pages: null })}>
          {(Object.keys(words.orders) as WorkOrder[]).map((order) => <option key={order} value={order}>{words.orders[order]}</option>)}
        </select>
        <SavedViews />
      </div>
    </div>
  );
}

function SearchBox({ text }: { text: string }): ReactNode {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => setSearch({ q: typed.trim() || null, pages: null }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <div className="queue-search">
      <Search aria-hidden="true" />
      <input id={SEARCH_ID} type="search" aria-label={words.searchLabel} placeholder={words.search} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <kbd aria-hidden="true">{words.searchKey}</kbd>
    </div>
  );
}
