import { graphql } from "@/gql";
import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Dialog } from "../../components/Dialog";
import { Note } from "../../components/Note";
import type { NewRegistrationQuery } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { moment } from "../../words/format";
import { homeWords } from "../../words/home";
import { registrationWords as words } from "../../words/registrations";
import { professionTitle, registrationKinds } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import { sentence } from "../signIn/useCode";

const DiscardDocument = graphql(/* GraphQL */ `
  mutation Discard($input: DiscardRegistrationInput!) {
    discardRegistration(input: $input) { cursor registration { id version } userErrors { ...ErrorParts } }
  }
`);

type DraftLine = NewRegistrationQuery["registrations"]["nodes"][number];

export function DraftChoice({ drafts, onChanged }: { drafts: DraftLine[]; onChanged: () => void }): ReactNode {
  const [discarding, setDiscarding] = useState<DraftLine | null>(null);
  return (
    <section className="card">
      <h2>{words.continueHeading}</h2>
      <p className="secondary">{words.continueLead}</p>
      <ul className="list">
        {drafts.map((draft, at) => (
          <li key={draft.id} className="row">
            <div>
              <strong>{registrationKinds[draft.kind]}</strong>
              <p className="small secondary">{homeWords.draftSaved(professionTitle(draft.profession, draft.grade), moment(draft.updatedAt))}</p>
            </div>
            <GoButton to={`/registrations/${draft.id}/edit/pledge`} primary={at === 0}>{words.continueDraft}</GoButton>
            <Button onClick={() => setDiscarding(draft)}>{words.discard}</Button>
          </li>
        ))}
      </ul>
      {discarding && <DiscardDialog draft={discarding} onClose={() => { setDiscarding(null); onChanged(); }} />}
    </section>
  );
}

function DiscardDialog({ draft: { id, version }, onClose }: { draft: DraftLine; onClose: () => void }): ReactNode {
  const [discard, busy] = useAct(DiscardDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    const answer = await discard({ input: { id, version, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    if (answer.kind === "done") onClose();
  };
  return (
    <Dialog title={words.discardTitle} onClose={onClose}>
      <p>{words.discardBody}</p>
      {mistake && <Note family="refused">{mistake}</Note>}
      <div className="dialog-buttons">
        <Button danger aria-disabled={busy} onClick={() => void go()}>{words.discard}</Button>
        <Button onClick={onClose}>{words.keep}</Button>
      </div>
    </Dialog>
  );
}
