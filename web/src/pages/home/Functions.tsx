import type { ReactNode } from "react";
import { Link } from "../../app/router";
import type { HomeQuery } from "../../gql/graphql";
import { correctionWords } from "../../words/corrections";
import { historyWords as words } from "../../words/history";
import { upgradeWords } from "../../words/holder";

interface Props {
  hints: HomeQuery["viewer"]["hints"];
  /** Only who has a number of 15 digits is offered the new one (S2-20). */
  oldNumber: boolean;
}

/** The list of functions, and under it the notice box with what the present state asks for (S2-16, S2-18). */
export function Functions({ hints, oldNumber }: Props): ReactNode {
  return (
    <section className="card">
      <nav aria-label={words.functions}>
        <h2>{words.functions}</h2>
        <ul className="list">
          <li><Link className="tap" to="/history">{words.title}</Link></li>
          <li><Link className="tap" to="/me/corrections">{correctionWords.title}</Link></li>
          {oldNumber && <li><Link className="tap" to="/me/identity">{upgradeWords.menu}</Link></li>}
        </ul>
      </nav>
      <h3>{words.box}</h3>
      {hints.length === 0 && <p className="small secondary">{words.quiet}</p>}
      <ul className="list">
        {hints.map(({ code, text, link, urgent }) => (
          <li key={`${code}${link}`} className={urgent ? "message unread" : "message"}>
            {urgent && <span className="unseen">{words.urgent}</span>}
            <Link className="tap message-text" to={link}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
