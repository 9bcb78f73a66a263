import type { ReactNode } from "react";
import { EmptyState } from "../../components/EmptyState";
import { caseWords as words } from "../../words/case";
import { useCaseDesk } from "./CaseContext";
import { OwnRemarkNote } from "./OwnRemarkNote";
import { RemarkEditor } from "./RemarkEditor";

/** All remarks of this visit, for phones. */
export function RemarkList(): ReactNode {
  const { own, writing } = useCaseDesk();
  return (
    <div className="case-data">
      <section className="case-part">
        {own.length === 0 && <EmptyState title={words.noRemarks} reason={words.noRemarksReason} />}
        {own.map((remark) => (
          <div key={remark.key} className="page-remark">
            <strong>{remark.label}</strong>
            {writing?.key === remark.key ? <RemarkEditor place={remark} /> : <OwnRemarkNote remark={remark} />}
          </div>
        ))}
      </section>
    </div>
  );
}
