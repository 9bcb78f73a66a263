import type { ReactNode } from "react";
import type { CasePartsFragment } from "../../gql/graphql";
import { registrationWords as words } from "../../words/registrations";

export function ContactCard({ authority }: { authority: CasePartsFragment["authority"] }): ReactNode {
  if (!authority) return null;
  return (
    <section className="card" id="contact" tabIndex={-1}>
      <h2>{words.contact}</h2>
      <p>{authority.name}</p>
      {authority.contacts.map(({ id, label, phones, address, hours }) => (
        <div key={id} className="small">
          <p>{label}</p>
          {phones.map((phone) => <p key={phone}><a className="tap" href={`tel:${phone}`}>{phone}</a></p>)}
          <p className="secondary">{[address, hours].filter(Boolean).join("　")}</p>
        </div>
      ))}
    </section>
  );
}
