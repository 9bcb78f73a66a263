import type { ReactNode } from "react";
import { importWords as words, rowOutcomes } from "../../words/transfers";
import type { ImportNode } from "./importNode";

interface Props {
  label: string;
  headings: readonly string[];
  rows: ImportNode["rows"]["nodes"];
  list: string;
}

/** The preview: each row with what becomes of it, or everything that is wrong with it. */
export function Rows({ label, headings, rows, list }: Props): ReactNode {
  if (rows.length === 0) return <p className="secondary">{words.noRows}</p>;
  return (
    <div className="queue-scroll" role="region" aria-label={`${words.table}：${label}`} tabIndex={0}>
      <table className="queue-table import-table">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.becomes}</th>
            {headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}
          </tr>
        </thead>
        <tbody id={list}>
          {rows.map(({ number, cells, outcome, wrong }) => (
            <tr key={number}>
              <th scope="row" className="tn">{number}</th>
              <td>
                {outcome && wrong.length === 0 ? rowOutcomes[outcome] : (
                  <ul className="import-wrong">{wrong.map((bad, at) => <li key={at}>{words.wrongCell(bad.column, bad.received, bad.wanted)}</li>)}</ul>
                )}
              </td>
              {cells.map((cell, at) => <td key={at}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
