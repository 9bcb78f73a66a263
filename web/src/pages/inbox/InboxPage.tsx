import { graphql } from "@/gql";
import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, setSearch, usePlace } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { InboxQuery, NotificationPartsFragment } from "../../gql/graphql";
import { useAct } from "../../live/useAct";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { common } from "../../words/common";
import { moment } from "../../words/format";
import { inboxWords as words } from "../../words/inbox";
import "./inbox.css";

const PAGE = 50;
const LIST = "inbox-list";
const listOf = (data: InboxQuery): InboxQuery["notifications"] => data.notifications;

const InboxDocument = graphql(/* GraphQL */ `
  query Inbox($first: Int!, $after: String, $filter: NotificationFilter) {
    viewer { unreadCount }
    notifications(first: $first, after: $after, filter: $filter) { cursor totalCount nodes { ...NotificationParts } pageInfo { hasNextPage endCursor } }
  }
`);

const ReadDocument = graphql(/* GraphQL */ `
  mutation ReadNotifications($input: ReadNotificationsInput!) {
    readNotifications(input: $input) { cursor unreadCount userErrors { ...ErrorParts } }
  }
`);

const InboxNewsDocument = graphql(/* GraphQL */ `
  subscription InboxNews($after: Cursor) { notificationAdded(after: $after) { kind cursor event { id } notification { ...NotificationParts } } }
`);

/** Arrivals wait behind a pill: the list moves only when the person wants it. */
export default function InboxPage(): ReactNode {
  const unread = usePlace().search.get("unread") === "1";
  const [arrived, setArrived] = useState(0);
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes: notifications, ...pages } = usePages(InboxDocument, { first: PAGE, after: null, filter: unread ? { unread: true } : null }, listOf, wanted);
  const [read] = useAct(ReadDocument);
  const cursor = data?.notifications.cursor;
  useLive(InboxNewsDocument, { after: cursor }, cursor != null, (frame) => {
    if (frame.kind === "EVENT") setArrived((count) => count + 1);
  });
  const show = (): void => {
    setArrived(0);
    setSearch({ pages: null });
    reload();
  };
  const markAll = async (): Promise<void> => {
    await read({ input: { upTo: cursor } });
    reload();
  };
  const markOne = (id: string): void => void read({ input: { ids: [id] } }).then(reload);
  return (
    <Page title={words.title} action={(data?.viewer.unreadCount ?? 0) > 0 && <Button onClick={() => void markAll()}>{words.markAll}</Button>}>
      <div className="row inbox-filter">
        <Button type={unread ? "default" : "primary"} ghost={!unread} aria-pressed={!unread} onClick={() => setSearch({ unread: null, pages: null })}>{words.everything}</Button>
        <Button type={unread ? "primary" : "default"} ghost={unread} aria-pressed={unread} onClick={() => setSearch({ unread: "1", pages: null })}>{words.unreadOnly}</Button>
        {arrived > 0 && <button type="button" className="pill" onClick={show}>{words.pill(arrived)}</button>}
      </div>
      {data === null && fault === null && <Skeleton onRetry={reload} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {data !== null && (
        <div className="card">
          {notifications.length === 0 && <EmptyState title={words.empty} reason={words.emptyReason} action={unread && <button type="button" className="link" onClick={() => setSearch({ unread: null })}>{words.everything}</button>} />}
          <ul className="list" id={LIST}>{notifications.map((one) => <Line key={one.id} notification={one} onOpen={() => markOne(one.id)} />)}</ul>
          <More list={LIST} shown={notifications.length} {...moreOf(pages, more)} />
        </div>
      )}
    </Page>
  );
}

function Line({ notification: { state, text, link, urgent, event }, onOpen }: { notification: NotificationPartsFragment; onOpen: () => void }): ReactNode {
  const unread = state === "UNREAD";
  return (
    <li className={unread ? "inbox-line unread" : "inbox-line"}>
      <div>
        {unread && <span className="unseen">{words.unread}</span>}
        <span className="inbox-text">{text}</span> {urgent && unread && <Status family="action" word={words.urgent} />}
        <p className="small secondary tn">{moment(event.at)}</p>
      </div>
      {link && <Link className="tap" to={link} onClick={() => unread && onOpen()}>{words.open}</Link>}
      {!link && unread && <button type="button" className="link tap" onClick={onOpen}>{common.markRead}</button>}
    </li>
  );
}
