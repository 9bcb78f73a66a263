import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { buildSchema, execute, GraphQLScalarType, parse, subscribe, type GraphQLSchema } from "graphql";
import { useServer as serve } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import * as acts from "./acts";
import { paper } from "./papers";
import { authority, cases, fill, items, me, type Row } from "./world";

const PORT = Number(process.env.PORT ?? 8123);
let cursor = 0;
const next = (): string => `c${++cursor}`;
const fine = (payload: object): object => ({ ...payload, userErrors: [], cursor: next() });
const page = (nodes: unknown[], total = nodes.length): object => ({ nodes, edges: [], totalCount: total, cursor: `c${cursor}`, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });

interface Input { input: Record<string, never> & { id: string; items: { id: string }[]; subjectId: string } }
interface Filter { filter?: { states?: string[]; heldByMe?: boolean; kinds?: string[]; text?: string } }

const root = {
  viewer: () => ({ unreadCount: 0, startable: [], todo: [], missingProfile: [], account: { id: "acc_1", __typename: "Account", kind: process.env.KIND ?? "REVIEWER", state: "ACTIVE", title: "周敏", mobile: { masked: "138****0000" }, sessions: page([{ id: "ses_1", __typename: "Session", state: "OPEN", device: "Chromium", city: null, openedAt: new Date().toISOString(), lastSeenAt: new Date().toISOString(), idleAt: new Date(Date.now() + 3_600_000).toISOString(), current: true }]) }, person: null, reviewer: process.env.KIND ? null : { ...me, authority, roles: [{ role: "EXAMINER", profession: "FIRE_ENGINEER" }] } }),
  journalHead: () => ({ cursor: `c${cursor}` }),
  node: ({ id }: { id: string }) => {
    const row = cases.find((one) => one.id === id);
    return row ? { ...acts.withActions(row), events: () => page([event("REGISTRATION_SUBMITTED", "王海宁", "提交申请"), event("STAGE_PASSED", "高翔", "预审已通过，进入受理"), event("STAGE_PASSED", "邵琳", "受理已通过，进入审核")]) } : null;
  },
  workQueue: ({ first, filter = {} }: Filter & { first: number }) => {
    const found = items.filter((item) => {
      const subject = item.subject as Row;
      return (filter.states ?? ["FREE", "HELD"]).includes(String(item.state)) && (!filter.heldByMe || (item.heldBy as Row | null)?.id === me.id) && (!filter.kinds || filter.kinds.includes(String(subject.kind))) && (!filter.text || JSON.stringify([subject.basic, subject.number, subject.employment]).includes(filter.text));
    });
    return page(found.slice(0, first), found.length);
  },
  registrations: () => page(cases.filter(({ state }) => state === "RETURNED")),
  claimWork: ({ input }: Input) => fine({ workItem: acts.claim(input.id) }),
  claimNextWork: () => fine({ workItem: acts.claim(items.find(({ state }) => state === "FREE")?.id ?? "") }),
  keepClaim: ({ input }: Input) => fine({ workItem: Object.assign(items.find(({ id }) => id === input.id) as Row, { heldUntil: new Date(Date.now() + 30 * 60_000).toISOString() }) }),
  releaseWork: ({ input }: Input) => fine({ workItem: acts.release(input.id) }),
  passRegistration: ({ input }: Input) => fine({ registration: acts.withActions(acts.pass(input.id)) }),
  returnRegistration: ({ input }: Input) => fine({ registration: acts.withActions(acts.giveBack(input.id)) }),
  refuseRegistration: ({ input }: Input) => fine({ registration: acts.withActions(acts.refuse(input.id)) }),
  issueCertificate: ({ input }: Input) => fine({ registration: acts.withActions(acts.issue(input.id)) }),
  passRegistrations: ({ input }: Input) => fine({ results: input.items.map(({ id }, at) => (at === 0 ? { registration: null, userErrors: [{ __typename: "OtherError", code: "UNMET_REQUIREMENT", message: "还有要求没有满足", path: null }] } : { registration: acts.withActions(acts.pass(id)), userErrors: [] })) }),
  touchPresence: ({ input }: Input) => fine({ viewers: (cases.find(({ id }) => id === input.subjectId) as Row).viewers }),
  revealSensitive: () => fine({ revealed: { value: "320102199104021234", hideAt: new Date(Date.now() + 60_000).toISOString() } }),
  workQueueChanged: () => frames(({ item }) => (item ? { __typename: "WorkItemFrame", workItem: item } : null), "workQueueChanged"),
  registrationChanged: ({ id }: { id?: string }) => frames(({ row, name }) => (row && row.id === id ? { __typename: "RegistrationFrame", kind: name === "PRESENCE" ? "PRESENCE" : "EVENT", registration: acts.withActions(row) } : null), "registrationChanged"),
};

function event(name: string, actor: string, summary = name): object {
  return { id: `evt_${next()}`, __typename: "Event", cursor: `c${cursor}`, name, at: new Date().toISOString(), summary, actor: { label: actor, kind: "REVIEWER" }, facts: [], subject: null };
}

async function* frames(frameOf: (happened: acts.Happened) => object | null, field: string): AsyncGenerator {
  const waiting: acts.Happened[] = [];
  let wake = (): void => undefined;
  const stop = acts.listen((happened) => {
    waiting.push(happened);
    wake();
  });
  try {
    for (;;) {
      for (const happened of waiting.splice(0)) {
        const frame = frameOf(happened);
        if (frame) yield { [field]: { kind: "EVENT", cursor: next(), event: happened.name === "PRESENCE" ? null : event(happened.name, happened.actor), ...frame } };
      }
      await new Promise<void>((resolve) => { wake = resolve; });
    }
  } finally {
    stop();
  }
}

function contract(): GraphQLSchema {
  const schema = buildSchema(readFileSync("../schema.graphql", "utf8"));
  for (const type of Object.values(schema.getTypeMap())) if (type instanceof GraphQLScalarType && ["DateTime", "Date", "Cursor", "URL"].includes(type.name)) type.serialize = String;
  return schema;
}

const schema = contract();
fill(Number(process.env.ROWS ?? 10));

const http = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => { body += part.toString(); });
  request.on("end", () => void answer(String(request.url), body).then(([type, text]) => response.writeHead(text === "" ? 204 : 200, { "Content-Type": type }).end(text)));
});

async function answer(url: string, body: string): Promise<[string, string]> {
  const [, door = "", ...rest] = url.split("/");
  if (door === "files") return ["image/svg+xml", paper(decodeURIComponent(rest[0] ?? ""), Number.parseInt(rest[1] ?? "1"))];
  if (door === "dev") return ["application/json", JSON.stringify(develop(rest))];
  if (door !== "graphql") return ["text/plain", ""];
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const result = await execute({ schema, document: parse(query), rootValue: root, variableValues: variables });
  if (result.errors) console.error(result.errors.map(({ message, path }) => `${String(path)}: ${message}`));
  return ["application/json", JSON.stringify(result)];
}

function develop([act = "", id = "", more = ""]: string[]): string {
  if (act === "arrive") acts.arrive();
  if (act === "claim") acts.byColleague.claim(id);
  if (act === "pass") acts.byColleague.pass(id);
  if (act === "return") acts.giveBack(id);
  if (act === "stand") acts.stand(id, more);
  if (act === "look") acts.look(id, more ? [decodeURIComponent(more)] : []);
  if (act === "empty") items.splice(0);
  return act;
}

serve({ schema, roots: { subscription: root }, execute, subscribe }, new WebSocketServer({ server: http, path: "/graphql" }));
http.listen(PORT, () => console.log(`desk in memory on ${PORT}`));
