import type { ReactNode } from "react";
import { Link } from "../../app/router";
import type { RegistrationKind } from "../../gql/enums";
import { kindWords as words } from "../../words/kinds";
import { registrationKinds } from "../../words/terms";

const KINDS: RegistrationKind[] = ["RENEWAL", "CHANGE", "RE_REGISTRATION", "REISSUE", "DEREGISTRATION"];

/** From here to every kind that may follow a first registration (S0-25, S0-32, S0-37, S0-39). */
export function Management(): ReactNode {
  return (
    <nav className="card" aria-label={words.management}>
      <h2>{words.management}</h2>
      <p className="small secondary">{words.managementLead}</p>
      <ul className="list">
        {KINDS.map((kind) => <li key={kind}><Link className="tap" to={`/registrations/new?kind=${kind}`}>{registrationKinds[kind]}</Link></li>)}
      </ul>
    </nav>
  );
}
