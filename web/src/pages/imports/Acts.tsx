import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { ActDialog } from "../../components/ActDialog";
import type { ImportPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { importWords as words } from "../../words/transfers";
import { ApplyImportDocument, DiscardImportDocument } from "./documents";

type Deed = "apply" | "discard";

/** The buttons that the service offers; each asks once more. */
export function Acts({ one, onDone }: { one: ImportPartsFragment; onDone: () => void }): ReactNode {
  const [chosen, choose] = useState<Deed | null>(null);
  const may = one.availableActions.filter(({ ready }) => ready).map(({ action }) => action);
  const good = (one.rowCount ?? 0) - one.faulty;
  if (may.length === 0) return null;
  const done = (): void => {
    choose(null);
    onDone();
  };
  return (
    <div className="row">
      {may.includes("APPLY_IMPORT") && good > 0 && <Button type="primary" onClick={() => choose("apply")}>{(one.faulty > 0 ? words.applyRest : words.apply).button}</Button>}
      {may.includes("DISCARD_IMPORT") && <Button onClick={() => choose("discard")}>{words.discard.button}</Button>}
      {chosen && <Asked one={one} good={good} deed={chosen} onDone={done} onClose={() => choose(null)} />}
    </div>
  );
}

interface Props {
  one: ImportPartsFragment;
  good: number;
  deed: Deed;
  onDone: () => void;
  onClose: () => void;
}

function Asked({ one: { id, version, faulty }, good, deed, onDone, onClose }: Props): ReactNode {
  const [apply] = useAct(ApplyImportDocument);
  const [discard] = useAct(DiscardImportDocument);
  const [key] = useState(newKey);
  const said = {
    apply: faulty > 0 ? { ...words.applyRest, body: words.applyRest.body(faulty, good) } : { ...words.apply, body: words.apply.body(good) },
    discard: words.discard,
  }[deed];
  const acts = {
    apply: () => apply({ input: { id, version, leaveOutFaulty: faulty > 0, idempotencyKey: key } }),
    discard: () => discard({ input: { id, idempotencyKey: key } }),
  };
  return <ActDialog title={said.title} body={said.body} danger={deed === "discard"} words={{ act: said.button, busy: words.working, keep: words.keep }} act={acts[deed]} onDone={onDone} onClose={onClose} />;
}
