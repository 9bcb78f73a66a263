import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { FaultNote } from "../../components/FaultNote";
import { Field } from "../../components/Field";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import type { RevocableQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { plainDate } from "../../words/format";
import { revocationWords as words } from "../../words/revocations";
import { professionTitle } from "../../words/terms";
import { RevocableDocument } from "./documents";
import { Propose } from "./Propose";

type Revocable = RevocableQuery["certificates"]["nodes"][number];

/** The certificate first, then what is to be said about it. */
export function Find({ onProposed }: { onProposed: () => void }): ReactNode {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const { data, fault, fetching, reload } = useData(RevocableDocument, { text: asked }, asked === "");
  const look = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(text.trim());
  };
  const proposed = (): void => {
    reload();
    onProposed();
  };
  return (
    <section className="card stack">
      <h2>{words.find}</h2>
      <form className="row" onSubmit={look} role="search">
        <Field id="revoke-find" label={words.findLabel} plain>{(wiring) => <Input {...wiring} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <Button htmlType="submit">{words.search}</Button>
      </form>
      {asked !== "" && fetching && <Skeleton lines={2} />}
      {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
      {asked !== "" && data?.certificates.nodes.length === 0 && <p role="status" className="secondary">{words.nothing}</p>}
      <ul className="list">{asked !== "" && data?.certificates.nodes.map((one) => <Found key={one.id} one={one} onProposed={proposed} />)}</ul>
    </section>
  );
}

function Found({ one, onProposed }: { one: Revocable; onProposed: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  const { number, profession, grade, person, employer, validUntil, revocation, availableActions } = one;
  const waiting = revocation?.state === "PROPOSED";
  const offered = availableActions.some(({ action, ready }) => action === "PROPOSE_REVOCATION" && ready);
  const done = (): void => {
    setOpen(false);
    onProposed();
  };
  return (
    <li className="row">
      <div>
        <strong><PersonName>{person.name.full ?? person.name.masked}</PersonName></strong>　{professionTitle(profession, grade)}
        <p className="small secondary tn">{number}　{employer.name}　{plainDate(validUntil)}</p>
      </div>
      {waiting ? <span className="secondary">{words.waiting}</span> : offered && <Button onClick={() => setOpen(true)}>{words.propose}</Button>}
      {open && <Propose certificate={one} onDone={done} onClose={() => setOpen(false)} />}
    </li>
  );
}
