import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { useViewer } from "../../app/viewer";
import type { RegistrationKind } from "../../gql/enums";
import { frontWords as words, registrationWords } from "../../words/registrations";
import { registrationKinds } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import "../registrations/registrations.css";

const DOORS: RegistrationKind[] = ["INITIAL", "RENEWAL", "CHANGE", "RE_REGISTRATION", "REISSUE"];

/** The five functions of the fire engineers' registration; the first needs no account, the others a sign-in first (S0-4, S0-5). */
export default function FireEngineerPage(): ReactNode {
  const signedIn = useViewer()?.account != null;
  return (
    <Page title={words.fireEngineer} lead={words.fireEngineerLead}>
      <section aria-label={words.doors} className="doors">
        {DOORS.map((kind) => <Door key={kind} kind={kind} signedIn={signedIn} />)}
      </section>
    </Page>
  );
}

function Door({ kind, signedIn }: { kind: RegistrationKind; signedIn: boolean }): ReactNode {
  const initial = kind === "INITIAL";
  const start = `/registrations/new?profession=FIRE_ENGINEER&kind=${kind}`;
  const to = signedIn ? start : initial ? `/sign-in?door=initial&next=${encodeURIComponent(start)}` : `/sign-in?next=${encodeURIComponent(start)}`;
  return (
    <section className="card door">
      <h2>{registrationKinds[kind]}</h2>
      <p className="small">{registrationWords.doors[kind]}</p>
      {!signedIn && <p className="fine tertiary">{initial ? words.needsNothing : words.needsSignIn}</p>}
      <GoButton to={to} primary={initial}>{words.start}</GoButton>
    </section>
  );
}
