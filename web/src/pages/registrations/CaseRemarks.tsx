import type { ReactNode } from "react";
import { Status } from "../../components/Status";
import type { CasePartsFragment } from "../../gql/graphql";
import { fieldWords } from "../../words/fields";
import { registrationWords as words } from "../../words/registrations";
import { attachmentKinds } from "../../words/terms";

export function CaseRemarks({ registration: { remarks } }: { registration: CasePartsFragment }): ReactNode {
  if (remarks.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.remarks}</h2>
      <ul className="list">
        {remarks.map(({ id, text, path, attachment, answered }) => (
          <li key={id}>
            <strong>{attachment ? attachmentKinds[attachment.kind] : fieldWords.of(path)}</strong> {answered && <Status family="granted" word={words.answered} />}
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
