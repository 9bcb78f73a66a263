// graphql-yoga with DataLoaders made for each request.
import { createServer } from "node:http";
import DataLoader from "dataloader";
import { createSchema, createYoga } from "graphql-yoga";
import { children, fields, typeDefs } from "./slice.mjs";

const Registration = {
  ...fields.Registration,
  applicant: (row, _, context) => context.applicant.load(row),
  employer: (row, _, context) => context.employer.load(row),
  stages: (row, _, context) => context.stages.load(row),
};
const loaders = () =>
  Object.fromEntries(Object.entries(children).map(([name, read]) => [name, new DataLoader(async (rows) => read(rows))]));
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers: { ...fields, Registration } }),
  context: ({ request }) => ({ authorization: request.headers.get("authorization"), ...loaders() }),
  logging: false,
  graphiql: false,
  healthCheckEndpoint: "/ready",
});
createServer(yoga).listen(Number(process.env.PORT), "127.0.0.1");
