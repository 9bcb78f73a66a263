import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, fetchExchange, gql } from "@urql/core";
import { afterEach, expect, test } from "vitest";
import { asSent, hashOf } from "../build/documents";
import { persisted, sentByHash } from "../src/live/persisted";

const TEXT = "query Cases($first: Int!) { registrations(first: $first) { nodes { id ...Name } } } fragment Name on Registration { title }";
const sent = asSent(TEXT);
const query = sentByHash(hashOf(sent), gql(TEXT));
const data = {
  __typename: "Query",
  registrations: { __typename: "RegistrationConnection", nodes: [{ __typename: "Registration", id: "reg_1", title: "甲" }] },
};
interface Body {
  query?: string;
  extensions?: { persistedQuery?: { version: number; sha256Hash: string } };
}
let bodies: Body[] = [];
let close = (): void => undefined;

afterEach(() => close());

/** A client as the app's over HTTP, and a service that knows these texts. */
async function client(known: Map<string, string>): Promise<Client> {
  bodies = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => (text += String(part)));
    request.on("end", () => {
      const body = JSON.parse(text) as Body;
      bodies.push(body);
      const found = body.query ?? known.get(body.extensions?.persistedQuery?.sha256Hash ?? "");
      const error = { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(found === undefined ? { errors: [error] } : { data }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  close = () => void server.close();
  const { port } = server.address() as AddressInfo;
  return new Client({ url: `http://127.0.0.1:${port}/`, preferGetMethod: false, exchanges: [cacheExchange({}), persisted, fetchExchange] });
}

test("a hash is sent in place of a text that the service knows", async () => {
  const asked = await client(new Map([[hashOf(sent), sent]]));
  const result = await asked.query(query, { first: 1 }).toPromise();
  expect(result.error).toBeUndefined();
  expect(bodies.map((body) => body.query)).toEqual([undefined]);
  expect(bodies[0]?.extensions?.persistedQuery).toEqual({ version: 1, sha256Hash: hashOf(sent) });
});

test("where the service does not know it, the very text of the manifest is sent", async () => {
  const asked = await client(new Map());
  const result = await asked.query(query, { first: 2 }).toPromise();
  expect(result.error).toBeUndefined();
  expect(bodies.map((body) => body.query)).toEqual([undefined, sent]);
  expect(bodies[1]?.extensions?.persistedQuery).toBeUndefined();
});

test("what the build did not write down is sent as it is", async () => {
  const asked = await client(new Map());
  await asked.query(gql("query Another { registrations(first: 1) { nodes { id title } } }"), {}).toPromise();
  expect(bodies[0]?.query).toContain("query Another");
});
