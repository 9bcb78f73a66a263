import { useState } from "react";
import { useClient } from "urql";
import { newKey } from "../../../live/newKey";
import type { Answer } from "../../../live/useAct";
import { sentence } from "../../signIn/useCode";
import { EditDocument } from "../documents";
import { useEditing } from "../DraftContext";
import { valuesOf } from "../draft/values";

interface ListAct {
  /** Runs a step on the case's own lists with the version that the form's save left. */
  onCase: (step: (base: { id: string; version: number; idempotencyKey: string }) => Promise<Answer<object>>) => Promise<boolean>;
  /** Runs a step on rows of the person; the case is read again afterwards. */
  onRows: (step: (key: string) => Promise<Answer<object>>) => Promise<boolean>;
  mistake: string | null;
}

export function useListAct(): ListAct {
  const client = useClient();
  const { registration, engine } = useEditing();
  const [mistake, setMistake] = useState<string | null>(null);
  const reread = async (): Promise<void> => {
    const { data } = await client.query(EditDocument, { id: registration.id }, { requestPolicy: "network-only" }).toPromise();
    if (data?.node?.__typename === "Registration") engine.moved(data.node.version, valuesOf(data.node));
  };
  const settle = async (answer: Answer<object>): Promise<boolean> => {
    setMistake(sentence(answer));
    if (answer.kind === "done") await reread();
    return answer.kind === "done";
  };
  return {
    onCase: async (step) => {
      await engine.flush();
      return settle(await step({ id: registration.id, version: engine.draft.get().version, idempotencyKey: newKey() }));
    },
    onRows: async (step) => settle(await step(newKey())),
    mistake,
  };
}
