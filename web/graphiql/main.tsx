import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./page.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import example from "./example.graphql?raw";

const ENDPOINT = "/graphql";
/** As the web app does: signing in here gives a cookie, which signs in queries and streams alike. */
const HEADERS = { "X-Zhiye-Web": "1" };

function streamAddress(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${ENDPOINT}`;
}

const fetcher = createGraphiQLFetcher({ url: ENDPOINT, headers: HEADERS, wsClient: createClient({ url: streamAddress() }) });
const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element.");
createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={example} forcedTheme="light" />);
