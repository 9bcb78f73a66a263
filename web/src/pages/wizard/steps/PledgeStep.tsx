import { useState, type ReactNode } from "react";
import { Note } from "../../../components/Note";
import type { WizardRulebookQuery } from "../../../gql/graphql";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { wizardWords as words } from "../../../words/wizard";
import { sentence } from "../../signIn/useCode";
import { AcceptPledgeDocument } from "../documents";
import { useEditing } from "../DraftContext";
import { valuesOf } from "../draft/values";

type Pledge = NonNullable<WizardRulebookQuery["rulebook"]["forms"][number]["pledge"]>;

export default function PledgeStep({ pledge }: { pledge: Pledge | null | undefined }): ReactNode {
  const { registration, engine, draft } = useEditing();
  const [accept, busy] = useAct(AcceptPledgeDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  if (!pledge) return null;
  const tick = async (): Promise<void> => {
    const answer = await accept({ input: { id: registration.id, version: draft.version, pledgeEdition: pledge.edition, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.registration) engine.moved(answer.payload.registration.version, valuesOf(answer.payload.registration));
  };
  return (
    <section className="card stack">
      <h2>{pledge.heading}</h2>
      <div className="pledge-text">{pledge.body.split("\n").filter(Boolean).map((paragraph, at) => <p key={at}>{paragraph}</p>)}</div>
      {pledge.file?.downloadUrl && <p><a href={pledge.file.downloadUrl}>{words.pledgeFile}</a></p>}
      {mistake && <Note family="refused">{mistake}</Note>}
      {registration.pledgeAccepted ? <Note family="granted">{words.pledgeAccepted}</Note> : (
        <label className="choice">
          <input type="checkbox" id="pledge" checked={busy} aria-disabled={busy} onChange={() => void tick()} />
          {words.pledgeAccept}
        </label>
      )}
    </section>
  );
}
