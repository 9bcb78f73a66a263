import Right from "@ant-design/icons/es/icons/RightOutlined";
import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { EmptyState } from "../../components/EmptyState";
import type { NotificationPartsFragment } from "../../gql/graphql";
import { moment } from "../../words/format";
import { homeWords as words } from "../../words/home";
import { inboxWords } from "../../words/inbox";

export function MessagesCard({ notifications }: { notifications: NotificationPartsFragment[] }): ReactNode {
  return (
    <section className="card">
      <h2>{words.messages}</h2>
      {notifications.length === 0 && <EmptyState title={words.noMessages} reason={words.noMessagesReason} />}
      <ul className="list">
        {notifications.map(({ id, state, text, event }) => (
          <li key={id} className={state === "UNREAD" ? "message unread" : "message"}>
            {state === "UNREAD" && <span className="unseen">{inboxWords.unread}</span>}
            <span className="message-text">{text}</span>
            <span className="small secondary tn">{moment(event.at)}</span>
          </li>
        ))}
      </ul>
      {notifications.length > 0 && <Link className="tap" to="/inbox">{words.allMessages} <Right aria-hidden="true" /></Link>}
    </section>
  );
}
