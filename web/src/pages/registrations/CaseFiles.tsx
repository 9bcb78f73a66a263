import Download from "@ant-design/icons/es/icons/DownloadOutlined";
import type { ReactNode } from "react";
import type { CasePartsFragment } from "../../gql/graphql";
import { registrationWords as words } from "../../words/registrations";

/** The service's own papers on this case. */
export function CaseFiles({ registration: { receipt, applicationForm, decisionLetter } }: { registration: CasePartsFragment }): ReactNode {
  const files = [
    { word: words.receipt, file: receipt },
    { word: words.form, file: applicationForm },
    { word: words.letter, file: decisionLetter },
  ].filter(({ file }) => file?.downloadUrl);
  if (files.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.files}</h2>
      <ul className="list">
        {files.map(({ word, file }) => <li key={word}><a className="tap" href={file?.downloadUrl ?? undefined}><Download aria-hidden="true" /> {word}</a></li>)}
      </ul>
    </section>
  );
}
