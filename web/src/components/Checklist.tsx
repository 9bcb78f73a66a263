import type { ReactNode } from "react";
import { findingWords as words } from "../words/finding";
import { Finding, Gaps, Met, type FindingFacts } from "./Finding";
import { isGap } from "./gaps";

interface Props {
  findings: FindingFacts[];
  /** The link that leads to where a gap is closed. */
  fix: (finding: FindingFacts) => ReactNode;
  /** Where gaps that one rule finds in one place stand together; null for one that stands alone. */
  placeOf: (finding: FindingFacts) => string | null;
  /** A gap of such a group in one line. */
  brief: (finding: FindingFacts) => ReactNode;
  /** Met ones are folded where room is short. */
  folded: boolean;
}

/** All gaps at once: those to close, those that heal with time, the warnings, and then what is met. */
export function Checklist({ findings, fix, placeOf, brief, folded }: Props): ReactNode {
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
      <ul>{together(ordered, placeOf).map((group, at) => <Group key={`${group.findings[0]?.rule}/${at}`} {...group} fix={fix} brief={brief} />)}</ul>
      {met.length > 0 && <MetOnes findings={met} folded={folded} />}
    </section>
  );
}

interface Together {
  place: string | null;
  findings: FindingFacts[];
}

function together(findings: FindingFacts[], placeOf: Props["placeOf"]): Together[] {
  const groups = new Map<string, Together>();
  findings.forEach((finding, at) => {
    const place = finding.metAt == null ? placeOf(finding) : null;
    const key = place === null ? String(at) : [finding.rule, finding.severity, place].join("/");
    groups.set(key, { place, findings: [...(groups.get(key)?.findings ?? []), finding] });
  });
  return [...groups.values()];
}

function Group({ place, findings, fix, brief }: Together & Pick<Props, "fix" | "brief">): ReactNode {
  const [first] = findings;
  if (first === undefined) return null;
  if (place === null || findings.length === 1) return <Finding finding={first} action={fix(first)} />;
  return <Gaps place={place} law={first.law} gap={isGap(first)}>{findings.map((finding, at) => <li key={at}>{brief(finding)}</li>)}</Gaps>;
}

function MetOnes({ findings, folded }: { findings: FindingFacts[]; folded: boolean }): ReactNode {
  const list = <ul className="met-list">{findings.map(({ rule, message }, at) => <Met key={`${rule}/${at}`}>{message}</Met>)}</ul>;
  return folded ? <details><summary className="small tap">{words.metCount(findings.length)}</summary>{list}</details> : list;
}
