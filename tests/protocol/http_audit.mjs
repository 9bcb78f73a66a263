// The server audits of graphql-http: one line of JSON with what is not ok.
import { serverAudits } from "graphql-http";

// A GET needs a header that other sites' pages cannot set; the audits do not send it by themselves.
const fetchFn = (url, options = {}) =>
  fetch(url, { ...options, headers: { "GraphQL-Preflight": "1", ...options.headers } });

const results = [];
for (const audit of serverAudits({ url: process.argv[2], fetchFn })) {
  const { status, name, id, reason } = await audit.fn();
  results.push({ id, name, status, reason });
}
const wrong = results.filter(({ status }) => status !== "ok");
console.log(JSON.stringify({ audits: results.length, wrong }));
