import { useState, type ReactNode } from "react";
import { Field } from "../../components/Field";
import { attributesOf } from "../../components/Writing";
import type { IdentityKind } from "../../gql/enums";
import { signInWords as words } from "../../words/signIn";
import { identityKinds } from "../../words/terms";
import { PasswordForm, type SignedIn } from "./PasswordForm";

/** Signing in with a paper: its kind is chosen, its number typed (S2-5). */
export default function PaperForm({ onSignedIn }: { onSignedIn: (account: SignedIn) => void }): ReactNode {
  const [kind, setKind] = useState<IdentityKind>("RESIDENT");
  return (
    <PasswordForm paper={kind} onSignedIn={onSignedIn}>
      <Field id="identity-kind" label={words.kind} plain>
        {(wiring) => (
          <select {...attributesOf(wiring)} className="select" value={kind} onChange={(event) => setKind(event.target.value as IdentityKind)}>
            {Object.entries(identityKinds).map(([one, word]) => <option key={one} value={one}>{word}</option>)}
          </select>
        )}
      </Field>
    </PasswordForm>
  );
}
