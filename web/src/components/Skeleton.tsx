import { useEffect, useState, type ReactNode } from "react";
import { common } from "../words/common";
import "./notes.css";

const SLOW_MS = 8000;

/** The shape of what is coming, after 200 ms; after eight seconds it says so. */
export function Skeleton({ lines = 3, onRetry }: { lines?: number; onRetry?: () => void }): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="card bones" aria-busy="true">
      <span className="unseen">{common.loading}</span>
      {Array.from({ length: lines }, (_, at) => <i key={at} style={{ width: `${[40, 100, 75][at % 3]}%` }} />)}
      {slow && (
        <div className="row">
          <span>{common.stillLoading}</span>
          {onRetry && <button type="button" className="link" onClick={onRetry}>{common.retry}</button>}
        </div>
      )}
    </div>
  );
}
