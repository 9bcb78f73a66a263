import type { Client } from "urql";
import type { QueueItemFragment, QueueQuery } from "../../gql/graphql";
import { QueueDocument } from "./documents";
import type { QueueVariables } from "./view";

/** Some pages of the queue that follow each other, and where the next one begins. */
export interface Reading {
  nodes: QueueItemFragment[];
  next: string | null;
}

/** Asks the service for so many pages; null when one of them did not come. */
export async function readPages(client: Client, variables: QueueVariables, pages: number, after: string | null): Promise<Reading | null> {
  const nodes: QueueItemFragment[] = [];
  let next = after;
  for (let read = 0; read < pages; read++) {
    const { data } = await client.query(QueueDocument, { ...variables, after: next }, { requestPolicy: "network-only" }).toPromise();
    if (data === undefined) return null;
    nodes.push(...data.workQueue.nodes);
    next = endOf(data);
    if (next === null) break;
  }
  return { nodes, next };
}

export function endOf(data: QueueQuery | undefined): string | null {
  const { hasNextPage, endCursor } = data?.workQueue.pageInfo ?? {};
  return hasNextPage ? (endCursor ?? null) : null;
}
