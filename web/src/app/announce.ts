import { createStore } from "../live/store";

export type Politeness = "polite" | "assertive";

const SPACING_MS = 1000;
const MERGE_MS = 5000;
const SPOKEN_MS = 4000;
const LONGEST = 30;

/** What the two hidden regions say now; both empty at rest. */
export const spoken = createStore<Record<Politeness, string>>({ polite: "", assertive: "" });

interface Waiting {
  text: (count: number) => string;
  politeness: Politeness;
  kind: string;
  count: number;
  due: number;
}

let queue: Waiting[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says a sentence once. Assertive only for: session ending, save failed, decision lost to a colleague. */
export function announce(text: string, politeness: Politeness = "polite"): void {
  add({ text: () => text, politeness, kind: text, count: 1, due: Date.now() });
}

/** Says how many things of one kind came; those of five seconds are said together. */
export function announceCount(kind: string, text: (count: number) => string): void {
  add({ text, politeness: "polite", kind, count: 1, due: Date.now() + MERGE_MS });
}

function add(item: Waiting): void {
  const same = queue.find((waiting) => waiting.kind === item.kind);
  if (same) same.count += 1;
  else if (item.politeness === "assertive") queue.unshift(item);
  else queue.push(item);
  timer ??= setTimeout(speak, 0);
}

function speak(): void {
  timer = undefined;
  const now = Date.now();
  const next = queue.find((item) => item.due <= now);
  if (next) {
    queue = queue.filter((item) => item !== next);
    say(next.politeness, next.text(next.count).slice(0, LONGEST));
  }
  if (queue.length > 0) timer = setTimeout(speak, SPACING_MS);
}

function say(politeness: Politeness, text: string): void {
  spoken.update((now) => ({ ...now, [politeness]: text }));
  setTimeout(() => spoken.update((now) => (now[politeness] === text ? { ...now, [politeness]: "" } : now)), SPOKEN_MS);
}
