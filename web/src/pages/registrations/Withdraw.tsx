import { graphql } from "@/gql";
import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import type { CasePartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { registrationWords as words } from "../../words/registrations";
import { sentence } from "../signIn/useCode";

const WithdrawDocument = graphql(/* GraphQL */ `
  mutation Withdraw($input: WithdrawRegistrationInput!) {
    withdrawRegistration(input: $input) { cursor registration { ...CaseParts } userErrors { ...ErrorParts } }
  }
`);

/** Offered only while the service offers it; when it is not possible now, the reason stands in its place. */
export function Withdraw({ registration: { id, version, availableActions } }: { registration: CasePartsFragment }): ReactNode {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [withdraw, busy] = useAct(WithdrawDocument);
  const offered = availableActions.find(({ action }) => action === "WITHDRAW_REGISTRATION");
  if (offered === undefined) return null;
  if (!offered.ready) return <section className="card"><h2>{offered.label}</h2><p className="secondary">{offered.reason}</p></section>;
  const go = async (): Promise<void> => {
    const answer = await withdraw({ input: { id, version, reason: reason || null, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    if (answer.kind === "done") setOpen(false);
  };
  return (
    <section className="card">
      <h2>{words.withdraw}</h2>
      <p className="secondary">{words.withdrawBody}</p>
      <div className="gap-above"><Button onClick={() => setOpen(true)}>{words.withdraw}</Button></div>
      {open && (
        <Dialog title={words.withdrawTitle} onClose={() => setOpen(false)}>
          <p>{words.withdrawBody}</p>
          {mistake && <Note family="refused">{mistake}</Note>}
          <Field id="withdraw-reason" label={words.withdrawReason}>
            {(wiring) => <Input {...wiring} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <div className="dialog-buttons">
            <Button danger aria-disabled={busy} onClick={() => void go()}>{busy ? words.withdrawing : words.withdraw}</Button>
            <Button onClick={() => setOpen(false)}>{words.keep}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
