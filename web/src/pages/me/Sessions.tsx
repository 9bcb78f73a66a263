import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Note } from "../../components/Note";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { SessionsQuery } from "../../gql/graphql";
import { useAct } from "../../live/useAct";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { moment } from "../../words/format";
import { deviceName } from "../../words/device";
import { meWords as words } from "../../words/me";
import { sentence } from "../signIn/useCode";
import { EndSessionDocument, SessionChangesDocument, SessionsDocument } from "./documents";

type List = NonNullable<SessionsQuery["viewer"]["account"]>["sessions"];

const LIST = "session-list";
const listOf = ({ viewer }: SessionsQuery): List | undefined => viewer.account?.sessions;

/** Where the person is signed in; each can be ended, and its sockets with it. */
export function Sessions(): ReactNode {
  const [wanted, setWanted] = useState(1);
  const { data, fault, reload, nodes: sessions, ...pages } = usePages(SessionsDocument, { after: null }, listOf, wanted);
  const cursor = data?.viewer.account?.sessions.cursor;
  const [end, busy] = useAct(EndSessionDocument);
  const [said, setSaid] = useState<{ ok: boolean; sentence: string } | null>(null);
  useLive(SessionChangesDocument, { after: cursor }, cursor !== undefined, (frame, _, own) => {
    if (frame.kind === "EVENT" && !own) reload();
  });
  const open = sessions.filter((session) => session.state === "OPEN");
  const stop = async (sessionId: string | null): Promise<void> => {
    const answer = await end({ input: { sessionId } });
    const mistake = sentence(answer);
    setSaid(mistake === null ? (sessionId === null ? { ok: true, sentence: words.ended } : null) : { ok: false, sentence: mistake });
    reload();
  };
  return (
    <section className="card">
      <h2>{words.sessions}</h2>
      <p className="secondary small">{words.sessionsLead}</p>
      {said && <Note family={said.ok ? "granted" : "refused"}>{said.sentence}</Note>}
      {data === null && (fault === null ? <Skeleton onRetry={reload} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />)}
      <ul className="list" id={LIST}>
        {open.map(({ id, device, city, openedAt, lastSeenAt, current }) => (
          <li key={id} className="row">
            <div className="grow">
              <strong>{deviceName(device)}</strong> {current && <Status family="granted" word={words.current} />}
              <p className="small secondary">{words.facts(city, moment(openedAt), moment(lastSeenAt))}</p>
            </div>
            {!current && <Button aria-label={words.endOf(deviceName(device))} aria-disabled={busy} onClick={() => void stop(id)}>{words.end}</Button>}
          </li>
        ))}
      </ul>
      {pages.hasMore && <More list={LIST} shown={open.length} {...moreOf(pages, () => setWanted(wanted + 1))} />}
      {open.length > 1 && <Button aria-disabled={busy} onClick={() => void stop(null)}>{words.endOthers}</Button>}
    </section>
  );
}
