import { useEffect, useState } from "react";
import { useClient } from "urql";
import { announce } from "../../../app/announce";
import type { DraftPartsFragment } from "../../../gql/graphql";
import { newKey } from "../../../live/newKey";
import { saveBeforeLeaving } from "../../../live/idle";
import { keepalive } from "../../../live/keepalive";
import { account } from "../../../live/session";
import { useStore } from "../../../live/store";
import { answerOf } from "../../../live/useAct";
import { faultOf } from "../../../live/faults";
import { waiting } from "../../../live/waiting";
import { wizardWords } from "../../../words/wizard";
import { EditDocument, SaveDocument } from "../documents";
import { DraftEngine, type Draft, type SaveAnswer, type Service } from "./engine";
import { sectionsOf, valuesOf, type Values } from "./values";

/** The draft of one registration, saved by itself while the page is open. */
export function useDraft(registration: DraftPartsFragment): { draft: Draft; engine: DraftEngine } {
  const client = useClient();
  const [engine] = useState(() => new DraftEngine(serviceOf(client, registration.id), registration.version, valuesOf(registration), unsavedOf(registration.id)));
  const draft = useStore(engine.draft);
  useEffect(() => engine.arrived(registration.version, valuesOf(registration)), [engine, registration]);
  useEffect(() => waiting.set(draft.state === "failed" ? Object.keys(draft.changes).length : 0), [draft]);
  useEffect(() => {
    if (draft.state === "failed") announce(wizardWords.saveFailed, "assertive");
  }, [draft.state]);
  useEffect(() => {
    const leave = (): void => sendOnLeaving(registration.id, engine.draft.get());
    const back = (): void => void engine.flush();
    addEventListener("pagehide", leave);
    addEventListener("online", back);
    const settled = saveBeforeLeaving(() => engine.flush());
    return () => {
      settled();
      removeEventListener("pagehide", leave);
      removeEventListener("online", back);
      void engine.flush();
    };
  }, [engine, registration.id]);
  return { draft, engine };
}

/** A failed save is said at the first failure; the engine tries again by itself. */
const FAIL_AT_ONCE = { once: true };

function serviceOf(client: ReturnType<typeof useClient>, id: string): Service {
  return {
    async save(version, changes) {
      const input = { id, version, ...sectionsOf(changes), idempotencyKey: newKey() };
      const result = await client.mutation(SaveDocument, { input }, FAIL_AT_ONCE).toPromise();
      const answer = answerOf(result.data, faultOf(result.error));
      if (answer.kind === "failed") return { kind: "failed" };
      if (answer.kind === "refused") return refusal(answer.errors);
      const { registration } = answer.payload;
      return registration ? { kind: "saved", version: registration.version, values: valuesOf(registration) } : { kind: "failed" };
    },
    async read() {
      const result = await client.query(EditDocument, { id }, { requestPolicy: "network-only" }).toPromise();
      const node = result.data?.node;
      return node?.__typename === "Registration" ? { version: node.version, values: valuesOf(node) } : null;
    },
    keep: (changes) => keepUnsaved(id, changes),
  };
}

function refusal(errors: { code: string; message: string; path?: string[] | null }[]): SaveAnswer {
  if (errors.some((error) => error.code === "STALE_VERSION")) return { kind: "stale" };
  return { kind: "refused", errors: Object.fromEntries(errors.map(({ path, message }) => [fieldOf(path), message])) };
}

/** "basic.identityNumber" out of a path that may begin with "input". */
export function fieldOf(path: string[] | null | undefined): string {
  return (path ?? []).filter((part) => part !== "input").slice(0, 2).join(".");
}

const shelfKey = (id: string): string => `draft/${account.get() ?? "public"}/${id}`;

function keepUnsaved(id: string, changes: Values): void {
  if (Object.keys(changes).length === 0) sessionStorage.removeItem(shelfKey(id));
  else sessionStorage.setItem(shelfKey(id), JSON.stringify(changes));
}

function unsavedOf(id: string): Values {
  return JSON.parse(sessionStorage.getItem(shelfKey(id)) ?? "{}") as Values;
}

function sendOnLeaving(id: string, { version, changes }: Draft): void {
  if (Object.keys(changes).length === 0) return;
  keepalive(SaveDocument, { input: { id, version, ...sectionsOf(changes), idempotencyKey: newKey() } });
}
