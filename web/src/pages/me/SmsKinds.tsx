import { useState, type ReactNode } from "react";
import { Note } from "../../components/Note";
import type { MessageKind } from "../../gql/enums";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { meWords as words } from "../../words/me";
import { sentence } from "../signIn/useCode";
import { ChangeMessagesDocument } from "./documents";

/** Which news also comes by SMS; the inbox has everything. */
export function SmsKinds({ wanted }: { wanted: MessageKind[] }): ReactNode {
  const [change, busy] = useAct(ChangeMessagesDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const turn = async (kind: MessageKind): Promise<void> => {
    if (busy) return;
    setMistake(sentence(await change({ input: { kind, wanted: !wanted.includes(kind), idempotencyKey: newKey() } })));
  };
  return (
    <section className="card stack">
      <h2>{words.sms}</h2>
      {mistake && <Note family="refused">{mistake}</Note>}
      {(Object.keys(words.smsKinds) as MessageKind[]).map((kind) => (
        <label key={kind} className="choice">
          <input type="checkbox" checked={wanted.includes(kind)} aria-disabled={busy} onChange={() => void turn(kind)} />
          {words.smsKinds[kind]}
        </label>
      ))}
      <p className="small secondary">{words.smsMeans}</p>
    </section>
  );
}
