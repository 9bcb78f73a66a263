import { graphql } from "@/gql";

export const CorrectionParts = graphql(/* GraphQL */ `
  fragment CorrectionParts on IdentityCorrection {
    id version state createdAt reason authority { id name }
    availableActions { action label ready }
    differences { path before after }
    proofs { id name previewUrl downloadUrl }
  }
`);

export const CorrectionsDocument = graphql(/* GraphQL */ `
  query Corrections($filter: CorrectionFilter, $after: String) {
    identityCorrections(first: 20, after: $after, filter: $filter) { nodes { ...CorrectionParts } pageInfo { hasNextPage endCursor } }
  }
`);

export const RequestCorrectionDocument = graphql(/* GraphQL */ `
  mutation RequestCorrection($input: RequestIdentityCorrectionInput!) {
    requestIdentityCorrection(input: $input) { cursor correction { ...CorrectionParts } userErrors { ...ErrorParts } }
  }
`);

export const WithdrawCorrectionDocument = graphql(/* GraphQL */ `
  mutation WithdrawCorrection($input: HandleIdentityCorrectionInput!) {
    withdrawIdentityCorrection(input: $input) { cursor correction { ...CorrectionParts } userErrors { ...ErrorParts } }
  }
`);

export const ConfirmCorrectionDocument = graphql(/* GraphQL */ `
  mutation ConfirmCorrection($input: HandleIdentityCorrectionInput!) {
    confirmIdentityCorrection(input: $input) { cursor correction { ...CorrectionParts } userErrors { ...ErrorParts } }
  }
`);

export const ApplyCorrectionDocument = graphql(/* GraphQL */ `
  mutation ApplyCorrection($input: HandleIdentityCorrectionInput!) {
    applyIdentityCorrection(input: $input) { cursor correction { ...CorrectionParts } userErrors { ...ErrorParts } }
  }
`);

export const RefuseCorrectionDocument = graphql(/* GraphQL */ `
  mutation RefuseCorrection($input: RefuseIdentityCorrectionInput!) {
    refuseIdentityCorrection(input: $input) { cursor correction { ...CorrectionParts } userErrors { ...ErrorParts } }
  }
`);
