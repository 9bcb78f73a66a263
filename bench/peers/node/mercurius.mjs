// Mercurius with its JIT and its own loaders.
import Fastify from "fastify";
import mercurius from "mercurius";
import { children, fields, typeDefs } from "./slice.mjs";

const app = Fastify();
const loaders = Object.fromEntries(
  Object.entries(children).map(([name, read]) => [
    name,
    { loader: async (queries) => read(queries.map((query) => query.obj)), opts: { cache: false } },
  ]),
);
app.register(mercurius, {
  schema: typeDefs,
  resolvers: fields,
  loaders: { Registration: loaders },
  context: (request) => ({ authorization: request.headers.authorization }),
  jit: 1,
  path: "/graphql",
});
app.get("/ready", async () => "ok");
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
