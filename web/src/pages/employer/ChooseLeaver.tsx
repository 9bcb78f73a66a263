import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { navigate } from "../../app/router";
import { Dialog } from "../../components/Dialog";
import { FaultNote } from "../../components/FaultNote";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import type { LeaversQuery } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { forcedWords as words } from "../../words/forced";
import { professionTitle } from "../../words/terms";
import { StartRegistrationDocument } from "../registrations/start";
import { sentence } from "../signIn/useCode";
import { LeaversDocument } from "./forced";

type Leaver = LeaversQuery["certificates"]["nodes"][number];

/** Whom the employer wants to have deregistered: one of the people registered with it. */
export function ChooseLeaver({ onClose }: { onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  const { data, fault, reload } = useData(LeaversDocument, { text: text.trim() || null });
  const [start, busy] = useAct(StartRegistrationDocument);
  const [key] = useState(newKey);
  const [mistake, setMistake] = useState<string | null>(null);
  const choose = async ({ id, profession, person }: Leaver): Promise<void> => {
    if (busy) return;
    const answer = await start({ input: { profession, kind: "FORCED_DEREGISTRATION", certificateId: id, personId: person.id, idempotencyKey: `${key}/${id}` } });
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.registration) navigate(`/registrations/${answer.payload.registration.id}/edit/pledge`);
  };
  return (
    <Dialog title={words.chooseTitle} onClose={onClose}>
      <div className="stack">
        <p>{words.chooseBody}</p>
        {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
        <Field id="leaver" label={words.choosePerson} plain>{(wiring) => <Input {...wiring} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
        {data === null && fault === null && <Skeleton lines={3} />}
        {data?.certificates.nodes.length === 0 && <p className="secondary" role="status">{words.nobody}</p>}
        <ul className="list">
          {data?.certificates.nodes.map((one) => {
            const name = one.person.name.full ?? one.person.name.masked;
            return (
              <li key={one.id} className="row">
                <div><strong><PersonName>{name}</PersonName></strong>　{professionTitle(one.profession, one.grade)}<p className="small secondary tn">{one.number}　{one.specialties.map((specialty) => specialty.name).join("、")}</p></div>
                <Button aria-label={words.choose(name)} aria-disabled={busy} onClick={() => void choose(one)}>{busy ? words.starting : words.chosen}</Button>
              </li>
            );
          })}
        </ul>
      </div>
    </Dialog>
  );
}
