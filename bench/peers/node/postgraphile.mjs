// PostGraphile over PostgreSQL with row level security: each request runs as a role that sees what its token may see.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["bench"] })],
  grafserv: { graphiql: false, watch: false, graphqlPath: "/graphql" },
  grafast: {
    context: (request) => {
      const header = request.node?.req.headers.authorization ?? "";
      const token = createHash("sha256").update(header.replace("Bearer ", "")).digest("hex");
      return { pgSettings: { role: "zhiye_bench_reader", "bench.token": token } };
    },
  },
};
const served = postgraphile(preset).createServ(grafserv);
const server = createServer();
await served.addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
