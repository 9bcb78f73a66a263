import { graphql } from "@/gql";

export const RecoveryParts = graphql(/* GraphQL */ `
  fragment RecoveryParts on RecoveryRequest {
    id version state createdAt expiresAt availableActions { action label ready }
    login { masked full } holder { masked full } contactMobile { masked full } authority { id name }
  }
`);

export const RecoveriesDocument = graphql(/* GraphQL */ `
  query Recoveries($first: Int!, $after: String) {
    recoveryRequests(first: $first, after: $after, filter: { state: OPEN }) { nodes { ...RecoveryParts } pageInfo { hasNextPage endCursor } }
  }
`);

export const GrantRecoveryDocument = graphql(/* GraphQL */ `
  mutation GrantRecovery($input: GrantRecoveryInput!) { grantRecovery(input: $input) { cursor recovery { id version state } userErrors { ...ErrorParts } } }
`);

export const RefuseRecoveryDocument = graphql(/* GraphQL */ `
  mutation RefuseRecovery($input: RefuseRecoveryInput!) { refuseRecovery(input: $input) { cursor recovery { id version state } userErrors { ...ErrorParts } } }
`);
