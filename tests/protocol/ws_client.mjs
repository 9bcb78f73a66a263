// graphql-ws as an application uses it: query, mutation, subscription, and coming back after a cut.
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const EVENTS = 6;
const sockets = [];
class Watched extends WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
}
const client = createClient({ url: process.argv[2], webSocketImpl: Watched, retryAttempts: 5, retryWait: async () => {} });
const once = (query, variables) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe({ query, variables }, { next: (value) => (result = value), error: reject, complete: () => resolve(result) });
  });
const name = (text) => once("mutation ($name: String!) { namePerson(name: $name) { id } }", { name: text });

const query = await once("{ hello }");
let invalid;
await once("{ nothing }").catch((errors) => (invalid = errors[0].extensions.code));
const syntax = await once("{ hello").catch((errors) => errors[0].extensions.code);

const payload = {
  query: "subscription ($after: Cursor) { nameGiven(after: $after) { kind cursor name } }",
  variables: { after: null },
};
const names = [];
let live;
const isLive = new Promise((resolve) => (live = resolve));
const followed = new Promise((resolve, reject) => {
  client.subscribe(payload, {
    next({ data }) {
      payload.variables.after = data.nameGiven.cursor; // the same object is sent again after a cut
      live();
      if (data.nameGiven.kind === "EVENT") names.push(data.nameGiven.name);
      if (names.length === EVENTS) resolve();
    },
    error: reject,
    complete: () => reject(new Error("completed")),
  });
});
await isLive;
for (let number = 0; number < EVENTS; number++) {
  await name(`w${number}`);
  if (number % 2 === 0) sockets.at(-1).terminate();
}
await followed;
await client.dispose();
console.log(JSON.stringify({ query, invalid, syntax, names, sockets: sockets.length > 1 }));
