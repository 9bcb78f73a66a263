import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Note } from "../../components/Note";
import { Status } from "../../components/Status";
import type { SessionPartsFragment } from "../../gql/graphql";
import { useAct } from "../../live/useAct";
import { useLive } from "../../live/useLive";
import { moment } from "../../words/format";
import { deviceName } from "../../words/device";
import { meWords as words } from "../../words/me";
import { sentence } from "../signIn/useCode";
import { EndSessionDocument, SessionChangesDocument } from "./documents";

interface Props {
  sessions: SessionPartsFragment[];
  cursor: string;
  onChanged: () => void;
}

/** Where the person is signed in; each can be ended, and its sockets with it. */
export function Sessions({ sessions, cursor, onChanged }: Props): ReactNode {
  const [end, busy] = useAct(EndSessionDocument);
  const [said, setSaid] = useState<{ ok: boolean; sentence: string } | null>(null);
  useLive(SessionChangesDocument, { after: cursor }, true, (frame, _, own) => {
    if (frame.kind === "EVENT" && !own) onChanged();
  });
  const open = sessions.filter((session) => session.state === "OPEN");
  const stop = async (sessionId: string | null): Promise<void> => {
    const answer = await end({ input: { sessionId } });
    const mistake = sentence(answer);
    setSaid(mistake === null ? (sessionId === null ? { ok: true, sentence: words.ended } : null) : { ok: false, sentence: mistake });
    onChanged();
  };
  return (
    <section className="card">
      <h2>{words.sessions}</h2>
      <p className="secondary small">{words.sessionsLead}</p>
      {said && <Note family={said.ok ? "granted" : "refused"}>{said.sentence}</Note>}
      <ul className="list">
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
      {open.length > 1 && <Button aria-disabled={busy} onClick={() => void stop(null)}>{words.endOthers}</Button>}
    </section>
  );
}
