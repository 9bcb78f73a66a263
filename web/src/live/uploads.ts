import { graphql } from "@/gql";
import type { Client } from "@urql/core";
import type { FilePurpose } from "../gql/enums";
import { uploadWords as words } from "../words/uploads";
import { WEB_HEADERS } from "./client";
import { faultOf } from "./faults";
import { newKey } from "./newKey";
import { createStore } from "./store";
import { answerOf } from "./useAct";

const RequestUploadDocument = graphql(/* GraphQL */ `
  mutation RequestUpload($input: RequestUploadInput!) {
    requestUpload(input: $input) {
      ticket { url expiresAt maxBytes mediaTypes file { id name } }
      userErrors { ...ErrorParts }
    }
  }
`);

export interface Upload {
  key: string;
  /** What the file is for on its page: an attachment kind, or "photo". */
  slot: string;
  name: string;
  bytes: number;
  sent: number;
  state: "waiting" | "sending" | "checking" | "failed";
  message: string | null;
}

const AT_ONCE = 3;

/** Files on their way; those that arrived leave the list. */
export const uploads = createStore<Upload[]>([]);

/** The browser asks before a page is left whose files are still on their way. */
uploads.subscribe(() => {
  const running = uploads.get().some(({ state }) => state !== "failed");
  window.onbeforeunload = running ? (event) => event.preventDefault() : null;
});

const cancels = new Map<string, () => void>();
const queue: (() => Promise<void>)[] = [];
let running = 0;

/** Sends one file; resolves with its id, or null when it failed or was cancelled (the list says why). */
export function send(client: Client, file: File, slot: string, purpose: FilePurpose): Promise<string | null> {
  const key = newKey();
  uploads.update((now) => [...now.filter((one) => one.slot !== slot || one.state !== "failed"), { key, slot, name: file.name, bytes: file.size, sent: 0, state: "waiting", message: null }]);
  return new Promise((resolve) => {
    queue.push(async () => resolve(await transfer(client, file, key, purpose)));
    void work();
  });
}

export function cancel(key: string): void {
  cancels.get(key)?.();
  uploads.update((now) => now.filter((one) => one.key !== key));
}

async function work(): Promise<void> {
  if (running >= AT_ONCE) return;
  const next = queue.shift();
  if (next === undefined) return;
  running += 1;
  await next();
  running -= 1;
  void work();
}

async function transfer(client: Client, file: File, key: string, purpose: FilePurpose): Promise<string | null> {
  if (!uploads.get().some((one) => one.key === key)) return null;
  change(key, { state: "sending" });
  const input = { purpose, name: file.name, bytes: file.size, idempotencyKey: key };
  const result = await client.mutation(RequestUploadDocument, { input }).toPromise();
  const answer = answerOf(result.data, faultOf(result.error));
  if (answer.kind !== "done") return fail(key, answer.kind === "refused" ? answer.errors[0]?.message : answer.fault.message);
  const { ticket } = answer.payload;
  if (!ticket) return fail(key, undefined);
  const refusal = await put(ticket.url, file, key);
  if (refusal !== null) return fail(key, refusal);
  uploads.update((now) => now.filter((one) => one.key !== key));
  return ticket.file.id;
}

/** Puts the bytes; null when accepted, else the service's sentence. */
function put(url: string, file: File, key: string): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(WEB_HEADERS)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => change(key, { sent: loaded, state: loaded >= file.size ? "checking" : "sending" });
    request.onload = () => resolve(request.status < 400 ? null : sentenceOf(request.responseText));
    request.onerror = () => resolve(words.broken);
    request.onabort = () => resolve(words.cancelled);
    cancels.set(key, () => request.abort());
    request.send(file);
  });
}

function sentenceOf(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: { message: string }[] };
    return errors?.[0]?.message ?? words.broken;
  } catch {
    return words.broken;
  }
}

function fail(key: string, message: string | undefined): null {
  change(key, { state: "failed", message: message || words.broken });
  return null;
}

function change(key: string, part: Partial<Upload>): void {
  uploads.update((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
}
