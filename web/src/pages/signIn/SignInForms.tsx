import { lazy, Suspense, useState, type ReactNode } from "react";
import { Tabs } from "../../components/Tabs";
import { useAct } from "../../live/useAct";
import { signInWords as words } from "../../words/signIn";
import { CodeForm } from "./CodeForm";
import { SignInWithCodeDocument } from "./documents";
import { PasswordForm, type SignedIn } from "./PasswordForm";
import { sentence } from "./useCode";

/** Apart: most visitors never see it, and it brings words that the page has no other use for. */
const PaperForm = lazy(() => import("./PaperForm"));

const TABS = [{ key: "code", word: words.byCode }, { key: "password", word: words.byPassword }, { key: "paper", word: words.byPaper }] as const;

/** Both ways in; used by the page and by the dialog over a page whose session ended. */
export function SignInForms({ onSignedIn }: { onSignedIn: (account: SignedIn) => void }): ReactNode {
  const [way, setWay] = useState<"code" | "password" | "paper">("code");
  const [signInWithCode] = useAct(SignInWithCodeDocument);
  const withCode = async (challengeId: string): Promise<string | null> => {
    const answer = await signInWithCode({ input: { challengeId } });
    if (answer.kind === "done" && answer.payload.account) onSignedIn(answer.payload.account);
    return sentence(answer);
  };
  return (
    <Tabs label={words.tabs} tabs={[...TABS]} chosen={way} onChoose={setWay}>
      {way === "code" && <CodeForm purpose="SIGN_IN" button={words.signIn} busyButton={words.signingIn} onProved={withCode} />}
      {way === "password" && <PasswordForm onSignedIn={onSignedIn} />}
      {way === "paper" && <Suspense><PaperForm onSignedIn={onSignedIn} /></Suspense>}
    </Tabs>
  );
}
