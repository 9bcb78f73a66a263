import type { ReactNode } from "react";
import { findingWords as words } from "../words/finding";
import { Finding, Met, type FindingFacts } from "./Finding";
import { isGap } from "./gaps";

interface Props {
  findings: FindingFacts[];
  /** The link that leads to where a gap is closed. */
  fix: (finding: FindingFacts) => ReactNode;
  /** Met ones are folded where room is short. */
  folded: boolean;
}

/** All gaps at once: those to close, those that heal with time, the warnings, and then what is met. */
export function Checklist({ findings, fix, folded }: Props): ReactNode {
  const unmet = findings.filter(isGap);
  const others = findings.filter((finding) => !finding.met && !isGap(finding));
  const met = findings.filter((finding) => finding.met);
  const ordered = [...unmet.filter((finding) => finding.metAt == null), ...unmet.filter((finding) => finding.metAt != null), ...others];
  return (
    <section className="card checklist" id="checklist" tabIndex={-1} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>
        {unmet.length === 0 ? words.complete : <><strong className="lacking">{words.lacking(unmet.length)}</strong>{words.metToo(met.length)}<span className="secondary">{words.anyTime}</span></>}
      </p>
      <ul>{ordered.map((finding, at) => <Finding key={`${finding.rule}/${at}`} finding={finding} action={fix(finding)} />)}</ul>
      {met.length > 0 && <MetOnes findings={met} folded={folded} />}
    </section>
  );
}

function MetOnes({ findings, folded }: { findings: FindingFacts[]; folded: boolean }): ReactNode {
  const list = <ul className="met-list">{findings.map(({ rule, message }, at) => <Met key={`${rule}/${at}`}>{message}</Met>)}</ul>;
  return folded ? <details><summary className="small tap">{words.metCount(findings.length)}</summary>{list}</details> : list;
}
