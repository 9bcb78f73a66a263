import type { BatchQuery } from "../../gql/graphql";

/** A batch as its page reads it. */
export type BatchNode = Extract<NonNullable<BatchQuery["node"]>, { __typename: "Batch" }>;
