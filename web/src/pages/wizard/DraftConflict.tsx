import type { ReactNode } from "react";
import { Conflict } from "../../components/Conflict";
import { fieldWords } from "../../words/fields";
import { useEditing } from "./DraftContext";
import { shownValue } from "./shownValue";

/** Appears only for fields that two devices wrote differently; put off, it comes again with 保存并继续. */
export function DraftConflict({ postponed, onLater }: { postponed: boolean; onLater: () => void }): ReactNode {
  const { draft, engine } = useEditing();
  if (draft.clashes.length === 0 || postponed) return null;
  const clashes = draft.clashes.map((field) => ({
    field,
    label: fieldWords.of(field.split(".")),
    mine: shownValue(field, draft.changes[field]),
    theirs: shownValue(field, draft.theirs[field]),
  }));
  return <Conflict clashes={clashes} onSave={(choice) => engine.resolve(choice)} onLater={onLater} />;
}
