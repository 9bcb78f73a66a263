import type { ReactNode } from "react";
import type { CredentialKind } from "../../../gql/enums";
import { credentialKinds, kindWords as words, reissueReasons } from "../../../words/kinds";
import { ChoicesInput, RadioInput, TextInput } from "../inputs";
import { OriginalCard } from "./OriginalCard";

export default function ReissueStep({ objects }: { objects: CredentialKind[] }): ReactNode {
  return (
    <>
      <OriginalCard />
      <section className="card">
        <h2>{words.reissue}</h2>
        <div className="fields">
          <ChoicesInput field="reissueOf" label={words.reissueOf} words={credentialKinds} choices={objects} required />
          <RadioInput field="reissueReason" label={words.reissueReason} words={reissueReasons} required />
          <TextInput field="reason" label={words.circumstances} hint={words.circumstancesHint} wide />
        </div>
      </section>
    </>
  );
}
