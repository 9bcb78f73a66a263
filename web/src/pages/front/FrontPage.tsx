import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useViewer } from "../../app/viewer";
import { useData } from "../../live/useData";
import { frontWords as words } from "../../words/registrations";
import { professions } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import { Notices } from "./Notices";
import { Search } from "./Search";
import "../registrations/registrations.css";
import "./front.css";

const FrontDocument = graphql(/* GraphQL */ `
  query Front {
    siteInformation { name purpose introduction address supportContacts { id label phones email hours } }
    notices(first: 5) { nodes { ...NoticeParts } }
  }
`);

const OTHERS = ["SAFETY_ENGINEER", "SUPERVISION_ENGINEER"] as const;

function doorOf(profession: string, signedIn: boolean): string {
  const start = `/registrations/new?profession=${profession}`;
  return signedIn ? start : `/sign-in?door=initial&next=${encodeURIComponent(start)}`;
}

/** Where everybody arrives: what can be done here, the search, what is announced, and whom to ask (S0-2, S0-3). */
export default function FrontPage(): ReactNode {
  const signedIn = useViewer()?.account != null;
  const { data, fault, reload } = useData(FrontDocument, {});
  const site = data?.siteInformation;
  return (
    <Page title={site?.name ?? words.title} lead={site?.purpose ?? words.lead}>
      <div className="stack">
        <nav className="card front-links" aria-label={words.navigation}>
          <Link to="/fire-engineer">{words.approval}</Link>
          <a href="/notices">{words.notices}</a>
          <a href="/announcements">{words.announcements}</a>
          <a href="/verify">{words.verifyTitle}</a>
          {!signedIn && <Link to="/sign-in/holder">{words.setPassword}</Link>}
          <Link to={signedIn ? "/registrations" : "/sign-in?next=/registrations"}>{words.progressQuery}</Link>
          <a href="/contacts">{words.contacts}</a>
          <a href="/forms">{words.forms}</a>
          <a href="/notices?kind=REGULATION">{words.regulations}</a>
          <a href="/notices?kind=NOTES">{words.notes}</a>
          <Link to={signedIn ? "/home" : "/sign-in"}>{signedIn ? words.home : words.signIn}</Link>
        </nav>
        <div className="doors">
          <section className="card door">
            <h2>{words.approval}</h2>
            <p className="small">{words.approvalBody}</p>
            <GoButton to="/fire-engineer" primary>{words.enter}</GoButton>
          </section>
          {OTHERS.map((profession) => (
            <section key={profession} className="card door">
              <h2>{words.registrationOf(professions[profession])}</h2>
              <p className="small">{words.otherBody}</p>
              <GoButton to={doorOf(profession, signedIn)}>{words.enter}</GoButton>
            </section>
          ))}
          <section className="card door">
            <h2>{words.signInTitle}</h2>
            <p className="small">{words.signInBody}</p>
            <GoButton to={signedIn ? "/home" : "/sign-in"}>{signedIn ? words.home : words.signIn}</GoButton>
          </section>
        </div>
        <Search />
        <Notices notices={data?.notices.nodes ?? null} fault={fault} onRetry={reload} />
        {site && (
          <section className="card">
            <h2>{words.about}</h2>
            <p>{words.address}<a className="tap" href={site.address}>{site.address}</a></p>
            <p>{site.introduction}</p>
            {site.supportContacts.map(({ id, label, phones, email, hours }) => <p key={id}>{[label, phones.join("、"), email, hours].filter(Boolean).join("　")}</p>)}
          </section>
        )}
      </div>
    </Page>
  );
}
