import type { ReactNode } from "react";
import "./stickyBar.css";

/** The bar under a form: always in reach, of fixed height, so that no button moves under a finger. */
export function StickyBar({ left, note, children }: { left?: ReactNode; note?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className="sticky-bar">
      <div className="sticky-inner">
        <div>{left}</div>
        <div className="sticky-note small secondary">{note}</div>
        <div className="sticky-main">{children}</div>
      </div>
    </div>
  );
}
