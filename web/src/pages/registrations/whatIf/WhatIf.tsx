import { useState, type ReactNode } from "react";
import Input from "antd/es/input/Input";
import { FaultNote } from "../../../components/FaultNote";
import { Field } from "../../../components/Field";
import { Skeleton } from "../../../components/Skeleton";
import type { ChangeItem, Profession, RegistrationKind } from "../../../gql/enums";
import { useData } from "../../../live/useData";
import { changeItems } from "../../../words/kinds";
import { professions, registrationKinds } from "../../../words/terms";
import { whatIfWords as words } from "../../../words/whatIf";
import { EmployerFinder } from "../../parts/EmployerFinder";
import { RulebookDocument } from "../../wizard/documents";
import { Answer } from "./Answer";
import { Boxes } from "./Boxes";
import { WhatIfDocument } from "./documents";
import "./whatIf.css";

export interface Door {
  profession: Profession;
  kind: RegistrationKind;
}

interface Supposed {
  on: string;
  employer: { id: string; name: string } | null;
  specialties: string[];
  changes: string[];
}

const NOTHING: Supposed = { on: "", employer: null, specialties: [], changes: [] };

/** Another day, employer or specialty: what would be missing. Nothing is started or changed by it. */
export default function WhatIf({ doors, drafts }: { doors: Door[]; drafts: (Door & { id: string })[] }): ReactNode {
  const [at, setAt] = useState(0);
  const [supposed, setSupposed] = useState(NOTHING);
  const door = doors[at];
  if (door === undefined) return null;
  const draft = drafts.find((one) => one.profession === door.profession && one.kind === door.kind);
  return (
    <div className="stack">
      <Field id="what-if-matter" label={words.matter} plain hint={draft ? words.byDraft : words.byRecord}>
        {({ id, "aria-describedby": described }) => (
          <select id={id} aria-describedby={described} className="select" value={at} onChange={(event) => { setAt(Number(event.target.value)); setSupposed(NOTHING); }}>
            {doors.map(({ profession, kind }, place) => <option key={`${profession}/${kind}`} value={place}>{professions[profession]} · {registrationKinds[kind]}</option>)}
          </select>
        )}
      </Field>
      <Suppositions door={door} supposed={supposed} onChange={setSupposed} />
      <Compared door={door} draft={draft?.id} supposed={supposed} />
    </div>
  );
}

function Suppositions({ door, supposed, onChange }: { door: Door; supposed: Supposed; onChange: (supposed: Supposed) => void }): ReactNode {
  const rulebook = useData(RulebookDocument, { profession: door.profession }).data?.rulebook;
  const items = rulebook?.forms.find(({ kind }) => kind === door.kind)?.changeItems ?? [];
  const { on, employer, specialties, changes } = supposed;
  return (
    <div className="fields">
      <Field id="what-if-on" label={words.on} plain hint={words.onHint}>
        {(wiring) => <Input {...wiring} type="date" value={on} onChange={(event) => onChange({ ...supposed, on: event.target.value })} />}
      </Field>
      <EmployerFinder id="what-if-employer" onChoose={({ id, name }) => onChange({ ...supposed, employer: { id, name } })} />
      {employer && <p>{words.chosen(employer.name)} <button type="button" className="link tap" onClick={() => onChange({ ...supposed, employer: null })}>{words.drop}</button></p>}
      <Boxes
        legend={words.specialties} one={rulebook?.mostSpecialties === 1} chosen={specialties} onChange={(chosen) => onChange({ ...supposed, specialties: chosen })}
        choices={(rulebook?.specialties ?? []).map(({ id, name }) => [id, name])}
      />
      <Boxes legend={words.changes} chosen={changes} onChange={(chosen) => onChange({ ...supposed, changes: chosen })} choices={items.map((item) => [item, changeItems[item]])} />
    </div>
  );
}

function Compared({ door, draft, supposed: { on, employer, specialties, changes } }: { door: Door; draft: string | undefined; supposed: Supposed }): ReactNode {
  const now = { profession: door.profession, kind: door.kind, registrationId: draft ?? null };
  const then = {
    ...now, on: on || null, employerId: employer?.id ?? null,
    specialtyIds: specialties.length > 0 ? specialties : null, changes: changes.length > 0 ? (changes as ChangeItem[]) : null,
  };
  const same = !on && employer === null && specialties.length === 0 && changes.length === 0;
  const { data, fault, reload } = useData(WhatIfDocument, { now, then });
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={4} onRetry={reload} />;
  return <Answer now={data.now} then={same ? null : data.then} asked={door.kind} />;
}
