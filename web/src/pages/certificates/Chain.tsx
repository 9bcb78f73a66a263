import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { Status } from "../../components/Status";
import type { CredentialState, RegistrationKind } from "../../gql/enums";
import { certificateWords } from "../../words/certificates";
import { plainDate } from "../../words/format";
import { kindWords as words } from "../../words/kinds";
import { credentialStates } from "../../words/states";
import { registrationKinds } from "../../words/terms";

interface LinkOfChain {
  id: string;
  number: string;
  state: CredentialState;
  validFrom: string;
  validUntil: string;
  registration: { id: string; kind: RegistrationKind };
}

/** All certificates of the person in this profession, in the order in which they were made, each with its registration. */
export function Chain({ current, certificates }: { current: string; certificates: LinkOfChain[] }): ReactNode {
  if (certificates.length < 2) return null;
  return (
    <section className="card">
      <h2>{words.chain}</h2>
      <ol className="list">
        {[...certificates].reverse().map(({ id, number, state, validFrom, validUntil, registration }) => (
          <li key={id} aria-current={id === current ? "true" : undefined}>
            <div className="row">
              <Link className="tn" to={`/certificates/${id}`}>{number}</Link>
              <Status {...credentialStates[state]} />
            </div>
            <p className="small secondary">
              <Link to={`/registrations/${registration.id}`}>{registrationKinds[registration.kind]}</Link>　
              <span className="tn">{certificateWords.period(plainDate(validFrom), plainDate(validUntil))}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
