import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, navigate, nextPath, usePlace } from "../../app/router";
import { startAnew } from "../../live/client";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { Note } from "../../components/Note";
import { idleWords } from "../../words/me";
import { recoverWords } from "../../words/recovery";
import { passwordWords, signInWords as words } from "../../words/signIn";
import { CodeForm } from "./CodeForm";
import { OpenAccountDocument } from "./documents";
import type { SignedIn } from "./PasswordForm";
import { SignInForms } from "./SignInForms";
import { sentence } from "./useCode";

/** Where each kind of account works; everybody else is an applicant. */
const HOMES: Partial<Record<SignedIn["kind"], string>> = { REVIEWER: "/desk", EMPLOYER: "/employer/reports", ADMINISTRATOR: "/admin" };
const NEW_DRAFT = "/registrations/new";

export default function SignInPage(): ReactNode {
  const { search } = usePlace();
  return search.get("door") === "initial" ? <OpenAccount /> : <SignIn />;
}

function SignIn(): ReactNode {
  const done = usePlace().search.get("done");
  return (
    <div className="narrow">
      <Page title={words.title} lead={words.lead}>
        <div className="card stack">
          {done === "reset" && <Note family="granted"><div role="status">{recoverWords.done}</div></Note>}
          {done === "idle" && <Note family="progress"><div role="status">{idleWords.ended}</div></Note>}
          <SignInForms onSignedIn={enter} />
          <p className="small to-end"><Link to="/sign-in/recover">{words.forgot}</Link></p>
          <p className="small">{words.holder} <Link to="/sign-in/holder">{passwordWords.newTitle}</Link></p>
          <p className="small">{words.noAccount} <Link to="/sign-in?door=initial">{words.goOpen}</Link></p>
          <p className="small row">{words.links.map(([to, word]) => <a key={to} href={to}>{word}</a>)}</p>
        </div>
      </Page>
    </div>
  );
}

/** The initial registration needs no account: proving the mobile number makes one without a password. */
function OpenAccount(): ReactNode {
  const [openAccount] = useAct(OpenAccountDocument);
  const open = async (challengeId: string): Promise<string | null> => {
    const answer = await openAccount({ input: { challengeId, idempotencyKey: newKey() } });
    if (answer.kind === "done") go(nextPath(NEW_DRAFT));
    return sentence(answer);
  };
  return (
    <div className="narrow">
      <Page title={words.openTitle} lead={words.openLead}>
        <div className="card stack">
          <CodeForm purpose="OPEN_ACCOUNT" button={words.open} busyButton={words.opening} onProved={open} />
          <p className="small">{words.haveAccount} <Link to={`/sign-in?next=${encodeURIComponent(nextPath(NEW_DRAFT))}`}>{words.signIn}</Link></p>
        </div>
      </Page>
    </div>
  );
}

function enter(account: SignedIn): void {
  const wanted = nextPath(HOMES[account.kind] ?? "/home");
  go(account.state === "PASSWORDLESS" ? `/sign-in/new-password?next=${encodeURIComponent(wanted)}` : wanted);
}

/** Another person may have sat here before: nothing of theirs stays in memory. */
function go(to: string): void {
  startAnew();
  navigate(to, { replace: true });
}
