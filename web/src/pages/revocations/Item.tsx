import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { ActDialog } from "../../components/ActDialog";
import { Facts, FieldRow } from "../../components/FieldRow";
import { Field } from "../../components/Field";
import { PersonName } from "../../components/PersonName";
import { Status } from "../../components/Status";
import { Writing } from "../../components/Writing";
import type { RevocationPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { moment } from "../../words/format";
import { revocationStates, revocationWords as words } from "../../words/revocations";
import { ConfirmRevocationDocument, RejectRevocationDocument, TakeBackRevocationDocument } from "./documents";

type Deed = "CONFIRM_REVOCATION" | "REJECT_REVOCATION" | "TAKE_BACK_REVOCATION";
const LONGEST_REASON = 500;
const SAID: Record<Deed, { act: string; body: string }> = {
  CONFIRM_REVOCATION: { act: words.confirm, body: words.confirmBody },
  REJECT_REVOCATION: { act: words.reject, body: words.rejectBody },
  TAKE_BACK_REVOCATION: { act: words.takeBack, body: words.takeBackBody },
};

/** One revocation: who wants it and why, and the buttons of whoever looks. */
export function Item({ one, heading: Heading = "h3", onDone }: { one: RevocationPartsFragment; heading?: "h2" | "h3"; onDone: () => void }): ReactNode {
  const [chosen, choose] = useState<Deed | null>(null);
  const { title, state, law, reason, documents, proposedBy, decidedBy, decidedAt, answer, certificate, createdAt, availableActions } = one;
  const offered = availableActions.flatMap(({ action, ready }) => (ready && action in SAID ? [action as Deed] : []));
  const done = (): void => {
    choose(null);
    onDone();
  };
  return (
    <article className="card stack" aria-label={title}>
      <Heading>{title} <Status {...revocationStates[state]} /></Heading>
      <Facts>
        {certificate && <FieldRow label={words.holder}><PersonName>{certificate.person.name.full ?? certificate.person.name.masked}</PersonName></FieldRow>}
        {certificate && <FieldRow label={words.employer}>{certificate.employer.name}</FieldRow>}
        <FieldRow label={words.law}>{law}</FieldRow>
        <FieldRow label={words.reason}>{reason}</FieldRow>
        {documents.length > 0 && <FieldRow label={words.documents}><ul>{documents.map((file) => <li key={file.id}>{file.downloadUrl ? <a href={file.downloadUrl}>{file.name}</a> : file.name}</li>)}</ul></FieldRow>}
        <FieldRow label={words.proposedBy}>{proposedBy?.name} <span className="small secondary tn">{moment(createdAt)}</span></FieldRow>
        {decidedBy && <FieldRow label={words.decidedBy}>{decidedBy.name} {decidedAt && <span className="small secondary tn">{moment(decidedAt)}</span>}</FieldRow>}
        {answer && <FieldRow label={words.answer}>{answer}</FieldRow>}
      </Facts>
      {offered.length > 0 && <div className="row">{offered.map((deed) => <Button key={deed} danger={deed === "CONFIRM_REVOCATION"} type={deed === "CONFIRM_REVOCATION" ? "primary" : "default"} onClick={() => choose(deed)}>{SAID[deed].act}</Button>)}</div>}
      {chosen && <Asked one={one} deed={chosen} onDone={done} onClose={() => choose(null)} />}
    </article>
  );
}

interface Props {
  one: RevocationPartsFragment;
  deed: Deed;
  onDone: () => void;
  onClose: () => void;
}

function Asked({ one: { id, version, title }, deed, onDone, onClose }: Props): ReactNode {
  const [confirm] = useAct(ConfirmRevocationDocument);
  const [reject] = useAct(RejectRevocationDocument);
  const [takeBack] = useAct(TakeBackRevocationDocument);
  const [text, setText] = useState("");
  const [key] = useState(newKey);
  const known = { id, version, idempotencyKey: key };
  const acts = {
    CONFIRM_REVOCATION: () => confirm({ input: known }),
    REJECT_REVOCATION: () => reject({ input: { ...known, reason: text.trim() } }),
    TAKE_BACK_REVOCATION: () => takeBack({ input: { ...known, reason: text.trim() || null } }),
  };
  const { act, body } = SAID[deed];
  return (
    <ActDialog
      title={`${act}：${title}`} body={body} danger={deed === "CONFIRM_REVOCATION"} words={{ act, busy: words.working, keep: words.keep }}
      missing={() => (deed === "REJECT_REVOCATION" && text.trim() === "" ? words.empty : null)} act={acts[deed]} onDone={onDone} onClose={onClose}
    >
      {deed !== "CONFIRM_REVOCATION" && <Field id="revoke-answer" label={words.answer} required={deed === "REJECT_REVOCATION"}>{(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={text} onText={setText} />}</Field>}
    </ActDialog>
  );
}
