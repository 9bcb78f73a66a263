import Button from "antd/es/button";
import { useEffect, useRef, type ReactNode } from "react";
import { moreWords as words } from "../words/common";

interface Props {
  /** Id of the element whose children are the rows. */
  list: string;
  shown: number;
  /** Of the whole list, where it is known. */
  total: number | null;
  hasMore: boolean;
  loading: boolean;
  failed?: boolean;
  onMore: () => void;
}

const FOCUSABLE = "a, button";

/** How much of a list is shown, and the button for more. The focus goes to the first row that came: reading goes on there. */
export function More({ list, shown, total, hasMore, loading, failed = false, onMore }: Props): ReactNode {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current === null || shown <= before.current) return;
    const row = document.getElementById(list)?.children[before.current];
    before.current = null;
    row?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  }, [list, shown]);
  if (shown === 0 || (!hasMore && total === null)) return null;
  const press = (): void => {
    if (loading) return;
    before.current = shown;
    onMore();
  };
  return (
    <div className="more row">
      <span className="secondary small tn" role="status">{failed ? words.failed : words.shown(shown, hasMore ? total : shown)}</span>
      {hasMore && <Button onClick={press} aria-disabled={loading}>{loading ? words.loading : failed ? words.again : words.more}</Button>}
    </div>
  );
}
