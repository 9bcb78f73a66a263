import type { ReactNode } from "react";
import { useStore } from "../live/store";
import { spoken } from "./announce";

/** In the page from the start and empty, as screen readers need it. */
export function Announcer(): ReactNode {
  const { polite, assertive } = useStore(spoken);
  return (
    <>
      <div className="unseen" role="status" aria-live="polite">{polite}</div>
      <div className="unseen" role="alert" aria-live="assertive">{assertive}</div>
    </>
  );
}
