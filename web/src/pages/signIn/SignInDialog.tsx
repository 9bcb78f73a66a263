import type { ReactNode } from "react";
import { Dialog } from "../../components/Dialog";
import { account, signedInAgain } from "../../live/session";
import { signInWords as words } from "../../words/signIn";
import type { SignedIn } from "./PasswordForm";
import { SignInForms } from "./SignInForms";

export default function SignInDialog(): ReactNode {
  const proceed = (signed: SignedIn): void => {
    if (account.get() !== null && account.get() !== signed.id) location.assign("/home");
    else signedInAgain();
  };
  return (
    <Dialog title={words.endedTitle}>
      <p className="secondary">{words.endedLead}</p>
      <SignInForms onSignedIn={proceed} />
    </Dialog>
  );
}
