// graphql-ws on ws: every subscriber an iterator of its own, executed by graphql-js, as its recipes show.
import { createServer } from "node:http";
import { buildSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";

const schema = buildSchema(`
  type Event { id: ID!  name: String!  at: String! }
  type WorkItem { id: ID!  state: String!  fence: Int!  heldUntil: String }
  type WorkItemFrame { cursor: String!  kind: String!  event: Event!  workItem: WorkItem! }
  type Query { ready: Boolean }
  type Subscription { workQueueChanged: WorkItemFrame! }
`);
const listeners = new Set();

/** Microseconds, as the others say them; Date alone has milliseconds. */
function now() {
  const ms = performance.timeOrigin + performance.now();
  const micro = String(Math.floor((ms % 1000) * 1000)).padStart(6, "0");
  return `${new Date(ms).toISOString().slice(0, 19)}.${micro}+00:00`;
}

async function* workQueueChanged() {
  const waiting = [];
  let wake = () => {};
  const listener = (frame) => { waiting.push(frame); wake(); };
  listeners.add(listener);
  try {
    while (true) {
      while (waiting.length) yield { workQueueChanged: waiting.shift() };
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    listeners.delete(listener);
  }
}

function tell() {
  const at = now();
  const frame = {
    cursor: "aRqJTwAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAQ", kind: "EVENT",
    event: { id: "evt_1", name: "WORK_CLAIMED", at }, workItem: { id: "wrk_1", state: "HELD", fence: 1, heldUntil: at },
  };
  for (const listener of listeners) listener(frame);
}

const server = createServer((request, response) => {
  if (request.url === "/trigger") tell();
  response.writeHead(200, { Connection: "close" });
  response.end("{}");
});
const sockets = new WebSocketServer({ server, path: "/graphql", perMessageDeflate: false });
useServer({ schema, roots: { subscription: { workQueueChanged } } }, sockets);
server.listen(Number(process.env.PORT), "127.0.0.1");
