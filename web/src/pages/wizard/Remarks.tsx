import type { ReactNode } from "react";
import { Note } from "../../components/Note";
import type { DraftPartsFragment } from "../../gql/graphql";
import { wizardWords as words } from "../../words/wizard";
import { attachmentKinds } from "../../words/terms";
import { fieldWords } from "../../words/fields";
import { spotOf, type StepName } from "./steps";

/** What the reviewer asked for, where it is to be mended. */
export function Remarks({ registration, step }: { registration: DraftPartsFragment; step: StepName }): ReactNode {
  const here = registration.remarks.filter((remark) => !remark.answered && (remark.attachment ? step === "materials" : spotOf(remark.path).step === step || step === "check"));
  if (here.length === 0) return null;
  return (
    <Note family="action">
      <strong>{words.remarksHeading(here.length)}</strong>
      <ul>
        {here.map(({ id, text, path, attachment }) => <li key={id}>{fieldWords.remark(attachment ? attachmentKinds[attachment.kind] : fieldWords.of(path), text)}</li>)}
      </ul>
    </Note>
  );
}
