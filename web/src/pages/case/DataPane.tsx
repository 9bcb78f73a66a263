import type { ReactNode } from "react";
import { caseWords as words } from "../../words/case";
import { useCaseDesk } from "./CaseContext";
import { CertificatePanel } from "./CertificatePanel";
import { FieldGroup } from "./FieldGroup";
import { applicantFields, employmentFields } from "./fields";
import { FindingsPanel } from "./FindingsPanel";
import { History } from "./History";
import { KindPanel } from "./KindPanel";
import { PageRemarks } from "./PageRemarks";

/** Findings first, then the fields in the order of the form. */
export function DataPane(): ReactNode {
  const { one } = useCaseDesk();
  return (
    <div className="case-data" role="region" aria-label={words.data} tabIndex={0}>
      {one.certificate && <CertificatePanel certificate={one.certificate} />}
      <KindPanel one={one} />
      <FindingsPanel findings={one.findings} />
      <FieldGroup title={words.applicant} fields={applicantFields(one)} />
      <FieldGroup title={words.employment} fields={employmentFields(one)} />
      <PageRemarks />
      <History />
    </div>
  );
}
