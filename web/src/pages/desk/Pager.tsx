import type { ReactNode } from "react";
import { Link, usePlace } from "../../app/router";
import { deskWords as words } from "../../words/desk";
import { PAGE_SIZE, trailWith, type View } from "./view";

interface Props {
  view: View;
  shown: number;
  next: string | null;
  /** Of the whole list, when no filter hides part of it. */
  total: number | null;
}

export function Pager({ view, shown, next, total }: Props): ReactNode {
  const { path, search } = usePlace();
  const to = (after: string | null): string => {
    const query = new URLSearchParams(search);
    if (after === null) query.delete("after");
    else query.set("after", after);
    return `${path}?${query.toString()}`;
  };
  const from = view.trail.length * PAGE_SIZE;
  const whole = view.tab === "all" && view.kind === null && view.text === "" ? total : null;
  return (
    <div className="pager row">
      {shown > 0 && <span className="tn">{words.shown(from + 1, from + shown, whole, words.orders[view.order])}</span>}
      {view.trail.length > 0 && <Link className="tap" to={to(null)}>{words.firstPage}</Link>}
      {next !== null && <Link className="tap" to={to(trailWith(view, next))}>{words.nextPage}</Link>}
    </div>
  );
}
