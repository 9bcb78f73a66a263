// graphql-sse, distinct connections: query, mutation, subscription, and going on from a cursor.
import { createClient } from "graphql-sse";

const client = createClient({ url: process.argv[2], singleConnection: false, retryAttempts: 0 });
const once = (query, variables) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe({ query, variables }, { next: (value) => (result = value), error: reject, complete: () => resolve(result) });
  });
const name = (text) => once("mutation ($name: String!) { namePerson(name: $name) { id } }", { name: text });
const FOLLOW = "subscription ($after: Cursor) { nameGiven(after: $after) { kind cursor name } }";

async function follow(after, events, onLive) {
  const frames = client.iterate({ query: FOLLOW, variables: { after } });
  const names = [];
  for await (const { data } of frames) {
    after = data.nameGiven.cursor;
    if (data.nameGiven.kind === "EVENT") names.push(data.nameGiven.name);
    else onLive?.();
    if (names.length === events) break;
  }
  return { after, names };
}

const query = await once("{ hello }");
const invalid = await once("{ nothing }");
let live;
const isLive = new Promise((resolve) => (live = resolve));
const following = follow(null, 2, live);
await isLive;
await name("s0");
await name("s1");
const first = await following;
await name("s2");
await name("s3");
const second = await follow(first.after, 2);
client.dispose();
console.log(JSON.stringify({ query, invalid: invalid.errors[0].extensions.code, names: [...first.names, ...second.names] }));
