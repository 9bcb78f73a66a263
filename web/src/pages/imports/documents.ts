import { graphql } from "@/gql";

export const ImportParts = graphql(/* GraphQL */ `
  fragment ImportParts on Import {
    id version title kind state name createdAt rowCount lookedAt faulty progress reason
    outcomes { outcome count }
    availableActions { action label ready reason }
  }
`);

export const ImportsDocument = graphql(/* GraphQL */ `
  query Imports($first: Int!, $after: String) {
    importableKinds
    imports(first: $first, after: $after) { cursor pageInfo { hasNextPage endCursor } nodes { ...ImportParts } }
  }
`);

export const ImportDocument = graphql(/* GraphQL */ `
  query Import($id: ID!, $first: Int!, $after: String, $filter: ImportRowFilter) {
    node(id: $id) {
      __typename
      ... on Import {
        ...ImportParts
        headings
        rows(first: $first, after: $after, filter: $filter) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { number cells outcome wrong { column received wanted } }
        }
      }
    }
    imports(first: 1) { cursor }
  }
`);

export const ImportNewsDocument = graphql(/* GraphQL */ `
  subscription ImportNews($after: Cursor, $id: ID) {
    importChanged(after: $after, id: $id) { kind cursor event { id name } job { ...ImportParts } }
  }
`);

export const StartImportDocument = graphql(/* GraphQL */ `
  mutation StartImport($input: StartImportInput!) { startImport(input: $input) { cursor import { ...ImportParts } userErrors { ...ErrorParts } } }
`);

export const ApplyImportDocument = graphql(/* GraphQL */ `
  mutation ApplyImport($input: ApplyImportInput!) { applyImport(input: $input) { cursor import { ...ImportParts } userErrors { ...ErrorParts } } }
`);

export const DiscardImportDocument = graphql(/* GraphQL */ `
  mutation DiscardImport($input: DiscardImportInput!) { discardImport(input: $input) { cursor import { ...ImportParts } userErrors { ...ErrorParts } } }
`);
