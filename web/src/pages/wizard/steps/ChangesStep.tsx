import type { ReactNode } from "react";
import type { ChangeItem } from "../../../gql/enums";
import { changeItems, kindWords as words } from "../../../words/kinds";
import { ChoicesInput } from "../inputs";
import { OriginalCard } from "./OriginalCard";

export default function ChangesStep({ items }: { items: ChangeItem[] }): ReactNode {
  return (
    <>
      <OriginalCard />
      <section className="card">
        <h2>{words.changes}</h2>
        <ChoicesInput field="changes" label={words.changesChoice} words={changeItems} choices={items} hint={words.changesHint} required />
      </section>
    </>
  );
}
