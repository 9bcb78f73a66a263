import { useState, type ReactNode } from "react";
import { Provider } from "urql";
import { Dialog } from "../../components/Dialog";
import { signInClient } from "../../live/client";
import { account, signedInAgain } from "../../live/session";
import { signInWords as words } from "../../words/signIn";
import type { SignedIn } from "./PasswordForm";
import { SignInForms } from "./SignInForms";

export default function SignInDialog(): ReactNode {
  const [client] = useState(signInClient);
  const proceed = (signed: SignedIn): void => {
    if (account.get() !== null && account.get() !== signed.id) location.assign("/home");
    else signedInAgain();
  };
  return (
    <Dialog title={words.endedTitle}>
      <p className="secondary">{words.endedLead}</p>
      <Provider value={client}><SignInForms onSignedIn={proceed} /></Provider>
    </Dialog>
  );
}
