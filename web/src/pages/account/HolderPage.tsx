import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, navigate } from "../../app/router";
import { Note } from "../../components/Note";
import type { OpenHolderAccountMutation } from "../../gql/graphql";
import { startAnew } from "../../live/client";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { holderWords as words } from "../../words/holder";
import { signInWords } from "../../words/signIn";
import { CodeForm } from "../signIn/CodeForm";
import { sentence } from "../signIn/useCode";
import { OpenHolderAccountDocument } from "./documents";
import { HolderForm, type HolderFacts } from "./HolderForm";

interface Refusal {
  message: string;
  advice: string | null;
}

const EMPTY: HolderFacts = { name: "", identityKind: "RESIDENT", identityNumber: "", certificateNumber: "" };
const NEXT = `/sign-in/new-password?next=${encodeURIComponent("/home")}`;

/** Who was registered before there was an account: identity first, then a code, then a password (S2-1, S2-2). */
export default function HolderPage(): ReactNode {
  const [open, busy] = useAct(OpenHolderAccountDocument);
  const [facts, setFacts] = useState(EMPTY);
  const [typing, setTyping] = useState(true);
  const [challengeId, setChallenge] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (proof: string, said: HolderFacts): Promise<void> => {
    setRefusal(null);
    const answer = await open({ input: { challengeId: proof, idempotencyKey: newKey(), ...said } });
    if (answer.kind === "done") {
      startAnew();
      return navigate(NEXT, { replace: true });
    }
    const errors = answer.kind === "refused" ? answer.payload.userErrors : [];
    const code = errors.some((error) => error.code === "WRONG_CODE" || error.path?.at(-1) === "challengeId");
    if (code) setChallenge(null);
    setTyping(!code);
    setRefusal({ message: sentence(answer) ?? "", advice: adviceOf(errors) });
  };
  const typed = (said: HolderFacts): void => {
    setFacts(said);
    setRefusal(null);
    if (challengeId === null) setTyping(false);
    else void send(challengeId, said);
  };
  const proved = async (proof: string): Promise<string | null> => {
    setChallenge(proof);
    await send(proof, facts);
    return null;
  };
  return (
    <div className="narrow">
      <Page title={words.title} lead={words.lead}>
        <div className="card stack">
          {refusal && <Note family="refused"><div role="alert"><strong>{refusal.message}</strong>{refusal.advice && <p>{refusal.advice}</p>}</div></Note>}
          {typing
            ? <HolderForm start={facts} busy={busy} button={challengeId === null ? undefined : words.checkAgain} onTyped={typed} />
            : (
              <>
                <h2>{words.mobileTitle}</h2>
                <p className="secondary">{words.mobileLead}</p>
                <CodeForm purpose="OPEN_ACCOUNT" button={words.open} busyButton={words.opening} onProved={proved} />
                <p><button type="button" className="link" onClick={() => setTyping(true)}>{words.change}</button></p>
              </>
            )}
          <p className="small">{signInWords.haveAccount} <Link to="/sign-in">{signInWords.signIn}</Link></p>
        </div>
      </Page>
    </div>
  );
}

/** What to do, where the service says it. */
function adviceOf(errors: OpenHolderAccountMutation["openHolderAccount"]["userErrors"]): string | null {
  for (const error of errors) if ("finding" in error) return error.finding.advice;
  return null;
}
