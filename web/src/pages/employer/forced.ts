import { graphql } from "@/gql";

export const ForcedParts = graphql(/* GraphQL */ `
  fragment ForcedParts on Registration {
    id version number state kind createdAt
    basic { name { masked full } } specialties { id name } original { id number }
    availableActions { action label ready }
  }
`);

export const ForcedCasesDocument = graphql(/* GraphQL */ `
  query ForcedCases($after: String, $filter: RegistrationFilter) {
    registrations(first: 20, after: $after, filter: $filter, orderBy: NEWEST) { cursor totalCount nodes { ...ForcedParts } pageInfo { hasNextPage endCursor } }
  }
`);

export const ForcedNewsDocument = graphql(/* GraphQL */ `
  subscription ForcedNews($after: Cursor) { registrationChanged(after: $after) { kind cursor event { id } registration { ...ForcedParts } } }
`);

export const LeaversDocument = graphql(/* GraphQL */ `
  query Leavers($text: String) {
    certificates(first: 20, filter: { text: $text, states: [VALID, EXPIRING] }) {
      nodes { id number profession grade specialties { id name } person { id name { masked full } } }
    }
  }
`);

export const WithdrawForcedDocument = graphql(/* GraphQL */ `
  mutation WithdrawForced($input: WithdrawRegistrationInput!) {
    withdrawRegistration(input: $input) { cursor registration { ...ForcedParts } userErrors { ...ErrorParts } }
  }
`);
