import type { ReactNode } from "react";
import { Facts, FieldRow } from "../../../components/FieldRow";
import { certificateWords } from "../../../words/certificates";
import { plainDate } from "../../../words/format";
import { kindWords as words } from "../../../words/kinds";
import { useEditing } from "../DraftContext";

/** The certificate that the application is about. */
export function OriginalCard(): ReactNode {
  const { original } = useEditing().registration;
  if (original == null) return null;
  return (
    <section className="card">
      <h2>{words.original}</h2>
      <Facts>
        <FieldRow label={certificateWords.number}><span className="tn">{original.number}</span></FieldRow>
        <FieldRow label={certificateWords.employer}>{original.employer.name}</FieldRow>
        <FieldRow label={certificateWords.validity}><span className="tn">{certificateWords.until(plainDate(original.validUntil))}</span></FieldRow>
      </Facts>
    </section>
  );
}
