import { createStore } from "./store";

/** When the session ends by itself, on this machine's clock; null while nobody has signed in. */
export const idleAt = createStore<number | null>(null);

const HEADER = "x-zhiye-idle-at";
const UNATTENDED = "X-Zhiye-Unattended";
const SHELF = "zhiye/idle-at";
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
/** Requests this long after the last sign of a person are the page's own: they keep nobody signed in. */
const ATTENDED_MS = 60_000;
/** The answers' own time has whole seconds: so far apart it may still be the same end. */
const SAME_MS = 2_000;

let lastSign = Date.now();
const sign = (): void => {
  lastSign = Date.now();
};
SIGNS.forEach((name) => addEventListener(name, sign, { passive: true, capture: true }));
// Another tab of the same browser moves the end for this one too.
addEventListener("storage", ({ key, newValue }) => {
  if (key === SHELF && newValue !== null) idleAt.set(Number(newValue));
});

/** As `fetch`; says whether a person is there, and notes when the session would end. */
export async function attendedFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (Date.now() - lastSign > ATTENDED_MS) headers.set(UNATTENDED, "1");
  const response = await fetch(input, { ...init, headers });
  note(response.headers);
  return response;
}

/** The service's clock may differ from this machine's: what counts is how long it is from the answer's own time. */
function note(headers: Headers): void {
  const [end, said] = [Date.parse(headers.get(HEADER) ?? ""), Date.parse(headers.get("date") ?? "")];
  if (Number.isNaN(end)) return;
  const at = Date.now() + end - (Number.isNaN(said) ? Date.now() : said);
  const known = idleAt.get();
  if (known !== null && Math.abs(at - known) < SAME_MS) return;
  idleAt.set(at);
  localStorage.setItem(SHELF, String(at));
}

const savers = new Set<() => Promise<unknown>>();

/** What is to be saved before the page signs out by itself; returns its removal. */
export function saveBeforeLeaving(save: () => Promise<unknown>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

export async function saveAll(): Promise<void> {
  await Promise.allSettled([...savers].map((save) => save()));
}
