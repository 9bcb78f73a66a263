import type { ReactNode } from "react";
import { findingWords as words } from "../words/finding";
import { Finding, type FindingFacts } from "./Finding";

interface Props {
  findings: FindingFacts[];
  /** The link that leads to where a gap is closed. */
  fix: (finding: FindingFacts) => ReactNode;
}

/** All gaps at once: those to close, those that heal with time, then the warnings. */
export function Checklist({ findings, fix }: Props): ReactNode {
  const unmet = findings.filter((finding) => finding.severity === "BLOCKING");
  const others = findings.filter((finding) => finding.severity !== "BLOCKING");
  const ordered = [...unmet.filter((finding) => finding.metAt == null), ...unmet.filter((finding) => finding.metAt != null), ...others];
  return (
    <section className="card checklist" id="checklist" tabIndex={-1} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{unmet.length === 0 ? words.complete : <><strong className="lacking">{words.lacking(unmet.length)}</strong> <span className="secondary">{words.anyTime}</span></>}</p>
      <ul>{ordered.map((finding, at) => <Finding key={`${finding.rule}/${at}`} finding={finding} action={fix(finding)} />)}</ul>
    </section>
  );
}
