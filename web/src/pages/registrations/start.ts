import { graphql } from "@/gql";

export const StartRegistrationDocument = graphql(/* GraphQL */ `
  mutation StartRegistration($input: StartRegistrationInput!) {
    startRegistration(input: $input) { cursor registration { id version } userErrors { ...ErrorParts } }
  }
`);
