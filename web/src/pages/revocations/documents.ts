import { graphql } from "@/gql";

export const RevocationParts = graphql(/* GraphQL */ `
  fragment RevocationParts on Revocation {
    id version title state certificateNumber law reason answer createdAt decidedAt
    documents { id name downloadUrl }
    proposedBy { id name } decidedBy { id name }
    certificate { id state person { id name { masked full } } employer { id name } }
    availableActions { action label ready }
  }
`);

export const RevocationsDocument = graphql(/* GraphQL */ `
  query Revocations($first: Int!, $after: String, $filter: RevocationFilter) {
    revocations(first: $first, after: $after, filter: $filter) { cursor totalCount pageInfo { hasNextPage endCursor } nodes { ...RevocationParts } }
  }
`);

export const RevocationDocument = graphql(/* GraphQL */ `
  query OneRevocation($id: ID!) { node(id: $id) { __typename ... on Revocation { ...RevocationParts } } revocations(first: 1) { cursor } }
`);

export const RevocationNewsDocument = graphql(/* GraphQL */ `
  subscription RevocationNews($after: Cursor) { revocationChanged(after: $after) { kind cursor event { id } revocation { ...RevocationParts } } }
`);

export const RevocableDocument = graphql(/* GraphQL */ `
  query Revocable($text: String!) {
    certificates(first: 20, filter: { text: $text, states: [VALID, EXPIRING] }) {
      nodes { id version number profession grade status validUntil person { id name { masked full } } employer { id name } revocation { id state } availableActions { action ready } }
    }
  }
`);

export const ProposeRevocationDocument = graphql(/* GraphQL */ `
  mutation ProposeRevocation($input: ProposeRevocationInput!) { proposeRevocation(input: $input) { cursor revocation { ...RevocationParts } userErrors { ...ErrorParts } } }
`);

export const ConfirmRevocationDocument = graphql(/* GraphQL */ `
  mutation ConfirmRevocation($input: ConfirmRevocationInput!) { confirmRevocation(input: $input) { cursor revocation { ...RevocationParts } userErrors { ...ErrorParts } } }
`);

export const RejectRevocationDocument = graphql(/* GraphQL */ `
  mutation RejectRevocation($input: RejectRevocationInput!) { rejectRevocation(input: $input) { cursor revocation { ...RevocationParts } userErrors { ...ErrorParts } } }
`);

export const TakeBackRevocationDocument = graphql(/* GraphQL */ `
  mutation TakeBackRevocation($input: TakeBackRevocationInput!) { takeBackRevocation(input: $input) { cursor revocation { ...RevocationParts } userErrors { ...ErrorParts } } }
`);
