import Button from "antd/es/button";
import type { ReactNode } from "react";
import { common, fault as words } from "../words/common";
import "./notes.css";

export interface FaultProps {
  /** The service's own sentence, when it gave one. */
  message?: string;
  reference: string | null;
  onRetry: () => void;
}

/** What failed, that the input is kept, a number to name, and one way on. */
export function FaultNote({ message, reference, onRetry }: FaultProps): ReactNode {
  return (
    <section className="card fault" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{message || words.server}</p>
      {reference !== null && <p className="secondary">{words.reference(reference)}</p>}
      <Button onClick={onRetry}>{common.retry}</Button>
    </section>
  );
}
