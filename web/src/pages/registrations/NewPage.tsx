import { graphql } from "@/gql";
import { lazy, Suspense, useState, type ReactNode } from "react";
import Button from "antd/es/button";
import { Page } from "../../app/Page";
import { navigate, usePlace } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Finding } from "../../components/Finding";
import { Note } from "../../components/Note";
import { Skeleton } from "../../components/Skeleton";
import type { NewRegistrationQuery } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { registrationWords as words } from "../../words/registrations";
import { professions, registrationKinds } from "../../words/terms";
import { sentence } from "../signIn/useCode";
import { whatIfWords } from "../../words/whatIf";
import { DraftChoice } from "./DraftChoice";
import { StartRegistrationDocument } from "./start";
import "./registrations.css";

const NewRegistrationDocument = graphql(/* GraphQL */ `
  query NewRegistration {
    viewer { startable { profession kind legal findings { ...FindingParts } } }
    registrations(first: 20, orderBy: NEWEST, filter: { states: [DRAFT] }) { nodes { id version kind profession grade updatedAt } }
  }
`);

const WhatIf = lazy(() => import("./whatIf/WhatIf"));

type Startable = NewRegistrationQuery["viewer"]["startable"][number];

/** A draft that is there is offered before a new one: people look for theirs and do not find it. */
export default function NewPage(): ReactNode {
  const { search } = usePlace();
  const [wanted, of] = [search.get("kind"), search.get("profession")];
  const { data, fault, reload } = useData(NewRegistrationDocument, {});
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={4} onRetry={reload} />;
  const startable = data.viewer.startable.filter((one) => of === null || one.profession === of).sort((one, other) => Number(other.kind === wanted) - Number(one.kind === wanted) || Number(other.legal) - Number(one.legal));
  const drafts = data.registrations.nodes;
  return (
    <Page title={words.newTitle} lead={words.newLead}>
      <div className="stack">
        {drafts.length > 0 && <DraftChoice drafts={drafts} onChanged={reload} />}
        <Trial doors={startable} drafts={drafts} />
        <div className="doors">
          {startable.map((one, at) => <Door key={`${one.profession}/${one.kind}`} startable={one} primary={at === 0 && one.legal && drafts.length === 0} />)}
        </div>
      </div>
    </Page>
  );
}

/** What if: opened by whoever wants to know before starting. */
function Trial({ doors, drafts }: { doors: Startable[]; drafts: NewRegistrationQuery["registrations"]["nodes"] }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="card what-if" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><h2>{whatIfWords.title}</h2></summary>
      <p className="secondary">{whatIfWords.lead}</p>
      {open && <Suspense fallback={<Skeleton lines={4} />}><WhatIf doors={doors} drafts={drafts} /></Suspense>}
    </details>
  );
}

function Door({ startable: { profession, kind, legal, findings }, primary }: { startable: Startable; primary: boolean }): ReactNode {
  const [start, busy] = useAct(StartRegistrationDocument);
  const [key] = useState(newKey);
  const [mistake, setMistake] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    if (busy) return;
    const answer = await start({ input: { profession, kind, idempotencyKey: key } });
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.registration) navigate(`/registrations/${answer.payload.registration.id}/edit/pledge`);
  };
  return (
    <section className="card door">
      <h2>{registrationKinds[kind]}</h2>
      <p className="secondary">{professions[profession]}</p>
      <p className="small">{words.doors[kind]}</p>
      {mistake && <Note family="refused">{mistake}</Note>}
      {legal
        ? <Button type={primary ? "primary" : "default"} aria-disabled={busy} onClick={() => void go()}>{busy ? words.starting : words.start(registrationKinds[kind])}</Button>
        : <div><p className="secondary">{words.notNow}</p><ul>{findings.filter((finding) => !finding.met).map((finding, at) => <Finding key={`${finding.rule}/${at}`} finding={finding} />)}</ul></div>}
    </section>
  );
}
