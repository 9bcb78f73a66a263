import { graphql } from "@/gql";

export const BatchParts = graphql(/* GraphQL */ `
  fragment BatchParts on Batch {
    id version title kind state number profession date postponedFrom postponedReason lockAt progress total
    stampNumber stampedOn notice announcedAt
    authority { id name }
    availableActions { action label ready reason }
  }
`);

export const BatchesDocument = graphql(/* GraphQL */ `
  query Batches($first: Int!, $after: String) {
    batches(first: $first, after: $after) { cursor pageInfo { hasNextPage endCursor } nodes { ...BatchParts } }
  }
`);

export const BatchDocument = graphql(/* GraphQL */ `
  query Batch($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on Batch {
        ...BatchParts
        coverPdf coverSheet
        entries(first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { id place number state kind employerName reason name { masked full } registration { id } }
        }
      }
    }
    batches(first: 1) { cursor }
  }
`);

export const RehearsalDocument = graphql(/* GraphQL */ `
  query Rehearsal($id: ID!) {
    node(id: $id) {
      __typename
      ... on Batch {
        id version
        rehearsal {
          willPass willDrop
          outcomes { becomes count }
          problems { entry { id place number name { masked full } registration { id } } findings { ...FindingParts } }
        }
      }
    }
  }
`);

export const BatchNewsDocument = graphql(/* GraphQL */ `
  subscription BatchNews($after: Cursor, $id: ID) {
    batchChanged(after: $after, id: $id) { kind cursor event { id name } batch { ...BatchParts } }
  }
`);

export const LockBatchDocument = graphql(/* GraphQL */ `
  mutation LockBatch($input: LockBatchInput!) { lockBatch(input: $input) { cursor batch { ...BatchParts } userErrors { ...ErrorParts } } }
`);

export const ReportBatchDocument = graphql(/* GraphQL */ `
  mutation ReportBatch($input: ReportBatchInput!) { reportBatch(input: $input) { cursor batch { ...BatchParts } userErrors { ...ErrorParts } } }
`);

export const AnnounceBatchDocument = graphql(/* GraphQL */ `
  mutation AnnounceBatch($input: AnnounceBatchInput!) { announceBatch(input: $input) { cursor batch { ...BatchParts } userErrors { ...ErrorParts } } }
`);

export const CancelBatchDocument = graphql(/* GraphQL */ `
  mutation CancelBatch($input: CancelBatchInput!) { cancelBatch(input: $input) { cursor batch { ...BatchParts } userErrors { ...ErrorParts } } }
`);

export const DeferEntryDocument = graphql(/* GraphQL */ `
  mutation DeferEntry($input: DeferBatchEntryInput!) { deferBatchEntry(input: $input) { cursor batch { ...BatchParts } userErrors { ...ErrorParts } } }
`);
