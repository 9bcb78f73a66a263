import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Note } from "../../../components/Note";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { formWords as words } from "../../../words/wizardLists";
import { Answers } from "../../submit/Answers";
import { sentence } from "../../signIn/useCode";
import { useEditing } from "../DraftContext";
import { PrepareFormDocument } from "../listDocuments";
import { valuesOf } from "../draft/values";

/** The form as it stands: read, printed, signed and stamped before it is attached. */
export default function FormStep(): ReactNode {
  const { registration, engine } = useEditing();
  const [prepare, busy] = useAct(PrepareFormDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const url = registration.applicationForm?.downloadUrl;
  const make = async (): Promise<void> => {
    await engine.flush();
    const answer = await prepare({ input: { id: registration.id, version: engine.draft.get().version, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.registration) engine.moved(answer.payload.registration.version, valuesOf(answer.payload.registration));
  };
  return (
    <>
      <section className="card stack">
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
        {mistake && <Note family="refused">{mistake}</Note>}
        <Button aria-disabled={busy} onClick={() => void (busy || make())}>{busy ? words.making : words.make}</Button>
        {url ? <p><a href={url} target="_blank" rel="noreferrer">{words.download}</a></p> : <p className="small secondary">{words.none}</p>}
      </section>
      <Answers registration={registration} />
    </>
  );
}
