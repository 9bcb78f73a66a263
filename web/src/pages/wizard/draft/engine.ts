import { createStore, type Store } from "../../../live/store";
import { merge, same } from "./merge";
import type { Value, Values } from "./values";

export type SaveState = "clean" | "waiting" | "saving" | "saved" | "failed" | "conflict";

export interface Draft {
  values: Values;
  base: Values;
  changes: Values;
  version: number;
  state: SaveState;
  savedAt: number | null;
  /** Sentences of the service by field; "" holds those without a field. */
  errors: Record<string, string>;
  clashes: string[];
  theirs: Values;
}

export type SaveAnswer =
  | { kind: "saved"; version: number; values: Values }
  | { kind: "refused"; errors: Record<string, string> }
  | { kind: "stale" }
  | { kind: "failed" };

export interface Service {
  save(version: number, changes: Values): Promise<SaveAnswer>;
  read(): Promise<{ version: number; values: Values } | null>;
  /** Unsaved changes of this device, until the service has them. */
  keep(changes: Values): void;
}

const SAVE_AFTER_MS = 800;
const RETRY_AFTER_MS = 5000;

/** Saves a form by itself: changed fields only, one save in flight, nothing typed is ever lost. */
export class DraftEngine {
  readonly draft: Store<Draft>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inFlight: Promise<void> | null = null;

  constructor(private readonly service: Service, version: number, base: Values, unsaved: Values) {
    const { values, changes } = merge(base, unsaved, base);
    const state = Object.keys(changes).length > 0 ? "waiting" : "clean";
    this.draft = createStore<Draft>({ values, base, changes, version, state, savedAt: null, errors: {}, clashes: [], theirs: base });
    if (state === "waiting") this.schedule(SAVE_AFTER_MS);
  }

  edit(field: string, value: Value): void {
    this.draft.update((now) => {
      const undone = same(value, now.base[field]) && this.inFlight === null;
      const changes = undone ? without(now.changes, field) : { ...now.changes, [field]: value };
      const errors = without(now.errors, field);
      return { ...now, values: { ...now.values, [field]: value }, changes, errors, state: now.clashes.length > 0 ? "conflict" : "waiting" };
    });
    this.service.keep(this.draft.get().changes);
    this.schedule(SAVE_AFTER_MS);
  }

  /** Saves now; resolves when nothing is left to save or the save cannot be done. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.inFlight !== null) await this.inFlight;
    if (Object.keys(this.sendable()).length === 0 || this.draft.get().state === "conflict") return this.rest();
    this.inFlight = this.saveOnce().finally(() => (this.inFlight = null));
    await this.inFlight;
    if (this.draft.get().state === "waiting") await this.flush();
  }

  /** Another device or another step changed the draft. */
  arrived(version: number, values: Values): void {
    if (version <= this.draft.get().version || this.inFlight !== null) return;
    this.mergeWith(version, values);
  }

  /** The version after a step that is no save of fields (an attachment, the pledge). */
  moved(version: number, values: Values): void {
    this.mergeWith(version, values);
  }

  resolve(choice: Record<string, "mine" | "theirs">): void {
    this.draft.update((now) => {
      const changes = Object.fromEntries(Object.entries(now.changes).filter(([field]) => choice[field] !== "theirs"));
      return { ...now, changes, base: now.theirs, values: { ...now.theirs, ...changes }, clashes: [], state: "waiting" };
    });
    void this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async saveOnce(): Promise<void> {
    const { version } = this.draft.get();
    const sent = this.sendable();
    this.draft.update((now) => ({ ...now, state: "saving" }));
    const answer = await this.service.save(version, sent);
    if (answer.kind === "saved") this.saved(sent, answer);
    else if (answer.kind === "refused") this.refused(answer.errors);
    else if (answer.kind === "stale") await this.stale();
    else this.failed();
  }

  private saved(sent: Values, answer: { version: number; values: Values }): void {
    this.draft.update((now) => {
      const changes = Object.fromEntries(Object.entries(now.changes).filter(([field, value]) => !(field in sent && same(value, sent[field]))));
      const state = Object.keys(changes).length > 0 ? "waiting" : "saved";
      return { ...now, version: answer.version, base: answer.values, values: { ...answer.values, ...changes }, changes, state, savedAt: Date.now() };
    });
    this.service.keep(this.draft.get().changes);
  }

  /** A field that the service refuses must not hold up the others: it waits until it is changed. */
  private refused(errors: Record<string, string>): void {
    this.draft.update((now) => ({ ...now, errors: { ...now.errors, ...errors } }));
    const others = Object.keys(this.sendable()).length > 0 && Object.keys(errors).some((field) => field !== "");
    this.draft.update((now) => ({ ...now, state: others ? "waiting" : "failed" }));
  }

  private async stale(): Promise<void> {
    const fresh = await this.service.read();
    if (fresh === null) return this.failed();
    this.mergeWith(fresh.version, fresh.values);
  }

  /** A field in dispute keeps its old base until the person has chosen: else the next arrival would settle it. */
  private mergeWith(version: number, theirs: Values): void {
    this.draft.update((now) => {
      const { values, changes, clashes } = merge(now.base, now.changes, theirs);
      const state = clashes.length > 0 ? "conflict" : Object.keys(changes).length > 0 ? "waiting" : now.state === "saving" ? "saved" : now.state;
      return { ...now, version, base: { ...theirs, ...only(now.base, clashes) }, theirs, values, changes, clashes, state };
    });
    if (this.draft.get().state === "waiting") this.schedule(SAVE_AFTER_MS);
  }

  private failed(): void {
    this.draft.update((now) => ({ ...now, state: "failed" }));
    this.schedule(RETRY_AFTER_MS);
  }

  private rest(): void {
    this.draft.update((now) => (now.state === "waiting" && Object.keys(now.changes).length === 0 ? { ...now, state: "saved" } : now));
  }

  private sendable(): Values {
    const { changes, errors } = this.draft.get();
    return Object.fromEntries(Object.entries(changes).filter(([field]) => !(field in errors)));
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), after);
  }
}

function only(values: Values, fields: string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

function without<T>(fields: Record<string, T>, field: string): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}
