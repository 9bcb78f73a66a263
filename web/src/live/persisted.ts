import { getOperationName, makeOperation, type Exchange, type Operation, type OperationResult } from "@urql/core";
import type { DocumentNode } from "graphql";
import { filter, makeSubject, map, merge, pipe } from "wonka";

const UNKNOWN = "PERSISTED_QUERY_NOT_FOUND";
const PROTOCOL = 1 as const;
const hashes = new Map<string, string>();

/** Written around each operation by the build (`build/documents.ts`): from then on its hash is sent in place of its text. */
export function sentByHash<Document>(hash: string, document: Document): Document {
  const name = getOperationName(document as DocumentNode);
  if (name !== undefined) hashes.set(name, hash);
  return document;
}

/** Sends hashes; a text only when the service that is asked does not know it (yet, or any more). */
export const persisted: Exchange =
  ({ forward }) =>
  (operations$) => {
    const again = makeSubject<Operation>();
    const results$ = forward(merge([pipe(operations$, map(byHash)), again.source]));
    return pipe(
      results$,
      filter((result) => {
        if (!isUnknown(result)) return true;
        again.next(byText(result.operation));
        return false;
      }),
    );
  };

function byHash(operation: Operation): Operation {
  const hash = hashes.get(getOperationName(operation.query) ?? "");
  if (hash === undefined || operation.kind === "teardown") return operation;
  const persistedQuery = { version: PROTOCOL, sha256Hash: hash };
  return { ...makeOperation(operation.kind, operation), extensions: { ...operation.extensions, persistedQuery } };
}

function byText(operation: Operation): Operation {
  const others = { ...operation.extensions };
  delete others.persistedQuery;
  return { ...makeOperation(operation.kind, operation), extensions: others };
}

function isUnknown({ operation, error }: OperationResult): boolean {
  return operation.extensions?.persistedQuery !== undefined && error?.graphQLErrors.some(({ extensions }) => extensions.code === UNKNOWN) === true;
}
