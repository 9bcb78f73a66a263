import type { ReactNode } from "react";
import { day, lastDay } from "../words/format";
import { nextBatchWords as words } from "../words/whatIf";

export interface NextBatchFacts {
  date: string;
  number?: string | null;
  entered: boolean;
  postponedFrom?: string | null;
  postponedReason?: string | null;
}

/** When the next batch goes, and why not on the usual day: applicant and reviewer read the same line. */
export function NextBatch({ batch: { date, number, entered, postponedFrom, postponedReason } }: { batch: NextBatchFacts }): ReactNode {
  return (
    <p className="small tn next-batch">
      {entered && number ? words.entered(number, lastDay(date)) : words.next(lastDay(date))}
      {postponedFrom && words.postponed(day(postponedFrom), postponedReason ?? "")}
    </p>
  );
}
