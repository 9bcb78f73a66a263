import { formatDocument, stringifyDocument, type AnyVariables, type TypedDocumentNode } from "@urql/core";
import { ENDPOINT, WEB_HEADERS } from "./client";

/** Sends an act while the page is being left; nobody waits for the answer. The text is the one in the build's manifest. */
export function keepalive<T, V extends AnyVariables>(document: TypedDocumentNode<T, V>, variables: V): void {
  void fetch(ENDPOINT, {
    method: "POST",
    keepalive: true,
    credentials: "same-origin",
    headers: { ...WEB_HEADERS, "Content-Type": "application/json" },
    body: JSON.stringify({ query: stringifyDocument(formatDocument(document)), variables }),
  });
}
