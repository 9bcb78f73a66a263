import { lazy, Suspense, type ReactNode } from "react";
import { caseWords as words } from "../../words/case";
import { useCaseDesk } from "./CaseContext";
import { FieldGroup } from "./FieldGroup";
import { applicantFields, employmentFields, professionFields } from "./fields";
import { FindingsPanel } from "./FindingsPanel";
import { History } from "./History";
import { PageRemarks } from "./PageRemarks";

// Only some cases have them: the others need not wait for their code.
const Beginning = lazy(() => import("./Beginning"));
const HoursPanel = lazy(() => import("./HoursPanel"));

/** Findings first, then the fields in the order of the form. */
export function DataPane(): ReactNode {
  const { one } = useCaseDesk();
  const more = professionFields(one);
  return (
    <div className="case-data" role="region" aria-label={words.data} tabIndex={0}>
      <Suspense><Beginning one={one} /></Suspense>
      <FindingsPanel findings={one.findings} />
      <FieldGroup title={words.applicant} fields={applicantFields(one)} />
      <FieldGroup title={words.employment} fields={employmentFields(one)} />
      {more.length > 0 && <FieldGroup title={words.ofProfession} fields={more} />}
      <Suspense>{one.sections.includes("HOURS") && <HoursPanel hours={one.hours} />}</Suspense>
      <PageRemarks />
      <History />
    </div>
  );
}
