import type { ReactNode } from "react";
import type { CorrectionPartsFragment } from "../../gql/graphql";
import { common } from "../../words/common";
import { correctionWords as words } from "../../words/corrections";

/** What the register says, and what it should say: a table that fits a telephone. */
export function Differences({ one, full }: { one: CorrectionPartsFragment; full?: (field: string, masked: string) => ReactNode }): ReactNode {
  return (
    <dl className="finding-values">
      {one.differences.map(({ path, before, after }) => {
        const field = path[0] ?? "";
        return (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>{words.before} <span className="tn">{before || common.none}</span>，{words.after} <strong className="tn">{full?.(field, after ?? "") ?? after}</strong></dd>
          </div>
        );
      })}
    </dl>
  );
}
