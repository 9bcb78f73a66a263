import { useState, type ReactNode } from "react";
import { EmptyState } from "../../../components/EmptyState";
import { Note } from "../../../components/Note";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { authorityWords as words } from "../../../words/wizard";
import { sentence } from "../../signIn/useCode";
import { ChooseAuthorityDocument } from "../documents";
import { useEditing } from "../DraftContext";
import { valuesOf } from "../draft/values";

export default function AuthorityStep(): ReactNode {
  const { registration, draft, engine } = useEditing();
  const [choose, busy] = useAct(ChooseAuthorityDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const { advised, reason, choices } = registration.authorityAdvice;
  const pick = async (authorityId: string): Promise<void> => {
    setPicked(authorityId);
    await engine.flush();
    const { version } = engine.draft.get();
    const answer = await choose({ input: { id: registration.id, version, authorityId, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    setPicked(null);
    if (answer.kind === "done" && answer.payload.registration) engine.moved(answer.payload.registration.version, valuesOf(answer.payload.registration));
  };
  return (
    <section className="card stack">
      <h2>{words.choose}</h2>
      {advised && <Note family="progress"><strong>{words.advisedIs(advised.name)}</strong><p>{reason}</p></Note>}
      {mistake && <Note family="refused">{mistake}</Note>}
      {choices.length === 0 ? <EmptyState title={words.choose} reason={words.none} /> : (
        <fieldset id="authority" tabIndex={-1} disabled={busy || draft.state === "conflict"}>
          <legend className="unseen">{words.choose}</legend>
          {choices.map(({ id, name, contacts }) => (
            <label key={id} className="choice authority-choice">
              <input type="radio" name="authority" checked={(picked ?? registration.authority?.id) === id} onChange={() => void pick(id)} />
              <span>
                {name}
                {contacts[0] && <span className="small secondary">{[contacts[0].address, contacts[0].phones.join("、")].filter(Boolean).join("　")}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}
