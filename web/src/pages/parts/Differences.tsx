import type { ReactNode } from "react";
import { fieldWords } from "../../words/fields";
import { common } from "../../words/common";
import { kindWords as words } from "../../words/kinds";
import "./differences.css";

interface Differing {
  path: string[];
  before?: string | null;
  after?: string | null;
}

/** Old and new value of everything in which the application differs from what is registered. */
export function Differences({ differences }: { differences: readonly Differing[] }): ReactNode {
  return (
    <table className="differences">
      <thead><tr><th scope="col">{words.changes}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
      <tbody>
        {differences.map(({ path, before, after }) => (
          <tr key={path.join(".")}>
            <th scope="row">{fieldWords.of(path)}</th>
            <td>{before ?? common.none}</td>
            <td><strong>{after ?? common.none}</strong></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DifferencesCard({ differences }: { differences: readonly Differing[] }): ReactNode {
  if (differences.length === 0) return null;
  return <section className="card"><h2>{words.differences}</h2><Differences differences={differences} /></section>;
}
