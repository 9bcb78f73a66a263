import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { useWide } from "../../app/useWide";
import { Checklist } from "../../components/Checklist";
import type { FindingFacts } from "../../components/Finding";
import type { FindingPartsFragment } from "../../gql/graphql";
import { findingWords } from "../../words/finding";
import { wizardWords } from "../../words/wizard";
import { pathOf, spotOf } from "./steps";

/** The conditions of the registration, with a way to each gap. */
export function GapList({ id, findings }: { id: string; findings: FindingPartsFragment[] }): ReactNode {
  const to = ({ path }: FindingFacts): string | null => {
    const { step, field } = spotOf(path);
    return step === "check" ? null : `${pathOf(id, step)}${field === null ? "" : `#${field}`}`;
  };
  return (
    <Checklist
      findings={findings}
      folded={!useWide()}
      placeOf={(finding) => (to(finding) === null ? null : wizardWords.steps[spotOf(finding.path).step])}
      brief={(finding) => <Link to={to(finding) ?? ""}>{finding.message}</Link>}
      fix={(finding) => {
        const place = to(finding);
        return place === null || finding.metAt != null ? null : <p className="small"><Link to={place}>{findingWords.goFix}</Link></p>;
      }}
    />
  );
}
