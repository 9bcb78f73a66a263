import type { ReactNode } from "react";
import { Note } from "../../../components/Note";
import { kindWords as words } from "../../../words/kinds";
import { useEditing } from "../DraftContext";
import { TextInput } from "../inputs";
import { OriginalCard } from "./OriginalCard";

export default function DeregistrationStep(): ReactNode {
  const forced = useEditing().registration.kind === "FORCED_DEREGISTRATION";
  return (
    <>
      <OriginalCard />
      <section className="card stack">
        <h2>{forced ? words.forced : words.deregistration}</h2>
        <Note family="action">{forced ? words.forcedMeans : words.deregistrationMeans}</Note>
        <TextInput field="reason" label={words.reason} hint={words.reasonHint} required wide />
      </section>
    </>
  );
}
