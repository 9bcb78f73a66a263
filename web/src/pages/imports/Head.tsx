import type { ReactNode } from "react";
import { Note } from "../../components/Note";
import { Status } from "../../components/Status";
import type { ImportPartsFragment } from "../../gql/graphql";
import { importStates, importWords as words, rowOutcomes } from "../../words/transfers";

const PERCENT = 100;

/** Where the import stands, in words that are announced as they change. */
export function Head({ one }: { one: ImportPartsFragment }): ReactNode {
  const { title, state, rowCount, lookedAt, faulty, progress, outcomes, reason } = one;
  return (
    <section className="card stack" aria-label={title}>
      <div className="row"><Status {...importStates[state]} /></div>
      {state === "CHECKING" && (
        <div role="status"><progress aria-label={words.progress} max={PERCENT} value={Math.round(progress * PERCENT)} /> <span className="tn">{words.checked(lookedAt, rowCount)}</span></div>
      )}
      {state === "APPLYING" && <p role="status">{words.applying}</p>}
      {state === "FAILED" && <Note family="refused"><div role="status">{words.failed(reason ?? "")}</div></Note>}
      {rowCount !== null && state !== "CHECKING" && (
        <p role="status" className="tn">
          {[words.rows(rowCount), ...outcomes.map(({ outcome, count }) => words.outcome(rowOutcomes[outcome], count))].join("　")}
          {"　"}
          {faulty > 0 ? <span className="field-error">{words.faulty(faulty)}</span> : words.allGood}
        </p>
      )}
    </section>
  );
}
