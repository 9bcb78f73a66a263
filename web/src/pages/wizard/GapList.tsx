import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { useWide } from "../../app/useWide";
import { Checklist } from "../../components/Checklist";
import type { FindingPartsFragment } from "../../gql/graphql";
import { findingWords } from "../../words/finding";
import { pathOf, spotOf } from "./steps";

/** The conditions of the registration, with a way to each gap. */
export function GapList({ id, findings }: { id: string; findings: FindingPartsFragment[] }): ReactNode {
  return (
    <Checklist
      findings={findings}
      folded={!useWide()}
      fix={({ path, metAt }) => {
        const { step, field } = spotOf(path);
        if (step === "check" || metAt != null) return null;
        return <p className="small"><Link to={`${pathOf(id, step)}${field === null ? "" : `#${field}`}`}>{findingWords.goFix}</Link></p>;
      }}
    />
  );
}
