// A stand-in for the service while pages are looked at: fixtures behind the real contract. Never shipped.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { addMocksToSchema } from "@graphql-tools/mock";
import { buildSchema, execute, parse, subscribe } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { fixtures } from "./fixtures.mjs";

const port = Number(process.env.PORT ?? 5199);
const plain = buildSchema(readFileSync("../schema.graphql", "utf8"), { assumeValid: true });
const { mocks, resolvers, subscriptions } = fixtures();
const schema = addMocksToSchema({ schema: plain, mocks, resolvers, preserveResolvers: true });
for (const [name, source] of Object.entries(subscriptions)) {
  const field = schema.getSubscriptionType().getFields()[name];
  field.subscribe = source;
  field.resolve = (frame) => frame;
}
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const server = createServer(async (request, response) => {
  if (request.url === "/graphql") {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const result = await execute({ schema, document: parse(query), variableValues: variables, contextValue: { url: request.headers.referer ?? "" } });
    if (result.errors) console.error(JSON.stringify(result.errors).slice(0, 500));
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify(result));
  }
  if (request.method === "PUT") {
    request.resume();
    response.setHeader("content-type", "application/json");
    return request.on("end", () => response.end('{"file":{}}'));
  }
  const path = join("dist", new URL(request.url, "http://x").pathname);
  const file = extname(path) && existsSync(path) ? path : "dist/index.html";
  response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
  response.end(readFileSync(file));
});
useServer({ schema, execute, subscribe }, new WebSocketServer({ server, path: "/graphql" }));
server.listen(port, () => console.log(`http://127.0.0.1:${port}`));
