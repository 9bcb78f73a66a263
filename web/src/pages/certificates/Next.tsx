import { useState, type ReactNode } from "react";
import Button from "antd/es/button";
import { navigate } from "../../app/router";
import { useViewer } from "../../app/viewer";
import { Note } from "../../components/Note";
import type { CredentialState, Profession } from "../../gql/enums";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { kindWords as words } from "../../words/kinds";
import { StartRegistrationDocument } from "../registrations/start";
import { Management } from "../parts/Management";
import { sentence } from "../signIn/useCode";

interface Held {
  id: string;
  profession: Profession;
  state: CredentialState;
  person: { id: string };
}

/** What may follow: the holder's later kinds; the employer's deregistration of somebody who has left. */
export function Next({ certificate }: { certificate: Held }): ReactNode {
  const viewer = useViewer();
  if (viewer?.person != null) return certificate.state === "REPLACED" ? null : <Management />;
  return viewer?.account?.kind === "EMPLOYER" && IN_FORCE.has(certificate.state) ? <Forced certificate={certificate} /> : null;
}

const IN_FORCE = new Set<CredentialState>(["VALID", "EXPIRING"]);

function Forced({ certificate: { id, profession, person } }: { certificate: Held }): ReactNode {
  const [start, busy] = useAct(StartRegistrationDocument);
  const [key] = useState(newKey);
  const [mistake, setMistake] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    if (busy) return;
    const answer = await start({ input: { profession, kind: "FORCED_DEREGISTRATION", certificateId: id, personId: person.id, idempotencyKey: key } });
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.registration) navigate(`/registrations/${answer.payload.registration.id}/edit/pledge`);
  };
  return (
    <section className="card stack">
      <h2>{words.forced}</h2>
      <p>{words.forcedMeans}</p>
      {mistake && <Note family="refused">{mistake}</Note>}
      <div><Button aria-disabled={busy} onClick={() => void go()}>{words.forPerson}</Button></div>
    </section>
  );
}
