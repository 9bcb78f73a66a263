import { useState, type ReactNode } from "react";
import { Note } from "../../components/Note";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { meWords as words } from "../../words/me";
import { sentence } from "../signIn/useCode";
import { ChangeRemindersDocument } from "./documents";

/** Reminders before a certificate ends; a change of its state is told in any case. */
export function Reminders({ wanted }: { wanted: boolean }): ReactNode {
  const [change, busy] = useAct(ChangeRemindersDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const turn = async (): Promise<void> => {
    if (busy) return;
    setMistake(sentence(await change({ input: { wanted: !wanted, idempotencyKey: newKey() } })));
  };
  return (
    <section className="card stack">
      <h2>{words.reminders}</h2>
      {mistake && <Note family="refused">{mistake}</Note>}
      <label className="choice">
        <input type="checkbox" checked={wanted} aria-disabled={busy} onChange={() => void turn()} />
        {words.remindersWanted}
      </label>
      <p className="small secondary">{words.remindersMeans}</p>
    </section>
  );
}
