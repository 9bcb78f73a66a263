import type { ImportQuery } from "../../gql/graphql";

export type ImportNode = Extract<ImportQuery["node"], { __typename: "Import" }>;
