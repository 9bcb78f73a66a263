import { useRef, useState } from "react";
import type { AttachmentKind } from "../../../gql/enums";
import type { DraftPartsFragment } from "../../../gql/graphql";
import { newKey } from "../../../live/newKey";
import { useAct, type Answer } from "../../../live/useAct";
import { sentence } from "../../signIn/useCode";
import { AttachDocument, DetachDocument } from "../documents";
import { useEditing } from "../DraftContext";
import { valuesOf } from "../draft/values";

interface Attachments {
  attach: (kind: AttachmentKind, fileId: string) => Promise<void>;
  detach: (attachmentId: string) => Promise<void>;
  refuse: (message: string | null) => void;
  mistake: string | null;
}

/** Puts files to the draft; waits for the form's own save so that the two never conflict. */
export function useAttachments(): Attachments {
  const { registration, engine } = useEditing();
  const [attach] = useAct(AttachDocument);
  const [detach] = useAct(DetachDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const line = useRef(Promise.resolve());
  const settle = (answer: Answer<{ registration?: DraftPartsFragment | null }>): void => {
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.registration) engine.moved(answer.payload.registration.version, valuesOf(answer.payload.registration));
  };
  /** Three uploads may arrive together: each needs the version that the one before left. */
  const inTurn = (step: () => Promise<void>): Promise<void> => (line.current = line.current.then(step, step));
  const base = async (): Promise<{ id: string; version: number; idempotencyKey: string }> => {
    await engine.flush();
    return { id: registration.id, version: engine.draft.get().version, idempotencyKey: newKey() };
  };
  return {
    attach: (kind, fileId) => inTurn(async () => settle(await attach({ input: { ...(await base()), kind, fileId } }))),
    detach: (attachmentId) => inTurn(async () => settle(await detach({ input: { ...(await base()), attachmentId } }))),
    refuse: setMistake,
    mistake,
  };
}
