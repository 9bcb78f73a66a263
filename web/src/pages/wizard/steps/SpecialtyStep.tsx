import type { ReactNode } from "react";
import { Note } from "../../../components/Note";
import { useData } from "../../../live/useData";
import { specialtyWords as words } from "../../../words/wizardLists";
import { useEditing } from "../DraftContext";
import { RulebookDocument } from "../documents";
import { SPECIALTIES } from "../draft/values";

/** The categories of the rulebook: one to be marked, or several up to the rulebook's number. */
export default function SpecialtyStep(): ReactNode {
  const { registration, draft, engine } = useEditing();
  const rulebook = useData(RulebookDocument, { profession: registration.profession }).data?.rulebook;
  const most = rulebook?.mostSpecialties ?? 1;
  const chosen = String(draft.values[SPECIALTIES] ?? "").split(",").filter(Boolean);
  const error = draft.errors[SPECIALTIES];
  const mark = (id: string, on: boolean): void => {
    const others = most === 1 ? [] : chosen.filter((one) => one !== id);
    engine.edit(SPECIALTIES, (on ? [...others, id] : others).join(",") || null);
    void engine.flush();
  };
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p className="small secondary">{words.most(most)}</p>
      {error && <Note family="refused">{error}</Note>}
      <fieldset id="specialties" tabIndex={-1} className="field">
        <legend className="unseen">{words.title}</legend>
        {rulebook?.specialties.map(({ id, name }) => (
          <label key={id} className="choice">
            <input type={most === 1 ? "radio" : "checkbox"} name="specialty" checked={chosen.includes(id)} disabled={most > 1 && !chosen.includes(id) && chosen.length >= most} onChange={(event) => mark(id, event.target.checked)} />
            {name}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
