import { graphql } from "@/gql";

export const PreviewParts = graphql(/* GraphQL */ `
  fragment PreviewParts on RegistrationPreview {
    kind on findings { ...FindingParts } demands { kind required demand law met }
    authorityAdvice { reason advised { id name } }
    windowOpensOn windowClosesOn dueOn expectedDecisionOn nextBatchOn
  }
`);

/** The present and the supposed answer side by side. */
export const WhatIfDocument = graphql(/* GraphQL */ `
  query WhatIf($now: PreviewInput!, $then: PreviewInput!) {
    now: previewRegistration(input: $now) { ...PreviewParts }
    then: previewRegistration(input: $then) { ...PreviewParts }
  }
`);
