import { graphql } from "@/gql";
import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { useViewer } from "../../app/viewer";
import { Field } from "../../components/Field";
import type { RegistrationKind } from "../../gql/enums";
import { useData } from "../../live/useData";
import { registrationWords, frontWords as words } from "../../words/registrations";
import { registrationKinds } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import "../registrations/registrations.css";

const FrontDocument = graphql(/* GraphQL */ `
  query Front { siteInformation { name purpose supportContacts { id label phones email hours } } }
`);

const DOORS: RegistrationKind[] = ["INITIAL", "RENEWAL", "CHANGE", "RE_REGISTRATION", "REISSUE"];

/** The five doors of the fire engineers' registration; the first needs no account (S0-4, S0-5). */
export default function FrontPage(): ReactNode {
  const signedIn = useViewer()?.account != null;
  const { data } = useData(FrontDocument, {});
  const contacts = data?.siteInformation.supportContacts ?? [];
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack">
        <section aria-label={words.doors} className="doors">
          {DOORS.map((kind) => <Door key={kind} kind={kind} signedIn={signedIn} />)}
          <section className="card door">
            <h2>{words.signInTitle}</h2>
            <p className="small">{words.signInBody}</p>
            <GoButton to={signedIn ? "/home" : "/sign-in"}>{signedIn ? words.home : words.signIn}</GoButton>
          </section>
        </section>
        <Verify />
        {contacts.length > 0 && (
          <section className="card">
            <h2>{words.contacts}</h2>
            {contacts.map(({ id, label, phones, email, hours }) => <p key={id}>{[label, phones.join("、"), email, hours].filter(Boolean).join("　")}</p>)}
          </section>
        )}
      </div>
    </Page>
  );
}

function Door({ kind, signedIn }: { kind: RegistrationKind; signedIn: boolean }): ReactNode {
  const initial = kind === "INITIAL";
  const start = `/registrations/new?kind=${kind}`;
  const to = signedIn ? start : initial ? "/sign-in?door=initial" : `/sign-in?next=${encodeURIComponent(start)}`;
  return (
    <section className="card door">
      <h2>{registrationKinds[kind]}</h2>
      <p className="small">{registrationWords.doors[kind]}</p>
      {!signedIn && <p className="fine tertiary">{initial ? words.needsNothing : words.needsSignIn}</p>}
      <GoButton to={to} primary={initial}>{words.start}</GoButton>
    </section>
  );
}

/** The page behind it is the service's own and needs no script. */
function Verify(): ReactNode {
  const [code, setCode] = useState("");
  const go = (event: FormEvent): void => {
    event.preventDefault();
    location.assign(code.trim() === "" ? "/verify" : `/verify/${encodeURIComponent(code.trim())}`);
  };
  return (
    <form className="card stack" onSubmit={go}>
      <Field id="verify-code" label={words.verifyTitle} plain hint={words.verifyBody}>
        {(wiring) => <Input {...wiring} value={code} onChange={(event) => setCode(event.target.value)} autoComplete="off" />}
      </Field>
      <div><Button htmlType="submit">{words.verify}</Button></div>
    </form>
  );
}
