import { useState, type ReactNode } from "react";
import { Conflict } from "../../components/Conflict";
import { fieldWords } from "../../words/fields";
import { useEditing } from "./DraftContext";
import { shownValue } from "./shownValue";

/** Appears only for fields that two devices wrote differently. */
export function DraftConflict(): ReactNode {
  const { draft, engine } = useEditing();
  const [postponed, setPostponed] = useState<string>("");
  const fields = draft.clashes.join();
  if (draft.clashes.length === 0 || postponed === fields) return null;
  const clashes = draft.clashes.map((field) => ({
    field,
    label: fieldWords.of(field.split(".")),
    mine: shownValue(field, draft.changes[field]),
    theirs: shownValue(field, draft.theirs[field]),
  }));
  return <Conflict clashes={clashes} onSave={(choice) => engine.resolve(choice)} onLater={() => setPostponed(fields)} />;
}
