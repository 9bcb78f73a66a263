import type { ReactNode } from "react";
import { caseWords as words } from "../../words/case";
import { useCaseDesk } from "./CaseContext";
import { OwnRemarkNote } from "./OwnRemarkNote";

/** Remarks that stand on pages rather than on fields. */
export function PageRemarks(): ReactNode {
  const { own, show } = useCaseDesk();
  const onPages = own.filter(({ attachmentId }) => attachmentId !== undefined);
  if (onPages.length === 0) return null;
  return (
    <section className="case-part" aria-labelledby="page-remarks">
      <h2 id="page-remarks">{words.remarks(onPages.length)}</h2>
      {onPages.map((remark) => (
        <div key={remark.key} className="page-remark">
          <button type="button" className="link" onClick={() => show(remark.attachmentId ?? "", remark.page ?? 1)}>{remark.label}</button>
          <OwnRemarkNote remark={remark} />
        </div>
      ))}
    </section>
  );
}
