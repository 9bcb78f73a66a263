import { graphql } from "@/gql";

export const OpenHolderAccountDocument = graphql(/* GraphQL */ `
  mutation OpenHolderAccount($input: OpenHolderAccountInput!) {
    openHolderAccount(input: $input) { account { id kind state } userErrors { ...ErrorParts } }
  }
`);

export const MissingDocument = graphql(/* GraphQL */ `
  query Missing {
    viewer {
      person { id name { masked full } sex birthDate identityKind identityNumber { masked full } mobile { masked full } }
      missingProfile { rule message path }
    }
  }
`);

export const CategoriesDocument = graphql(/* GraphQL */ `
  query Categories($profession: Profession!) { specialties(profession: $profession) { id name } }
`);

export const CompleteProfileDocument = graphql(/* GraphQL */ `
  mutation CompleteProfile($input: CompleteProfileInput!) {
    completeProfile(input: $input) { cursor account { id } userErrors { ...ErrorParts } }
  }
`);

export const IdentityDocument = graphql(/* GraphQL */ `
  query Identity { viewer { person { id identityNumber { masked full } availableActions { action } } } }
`);

export const UpgradeIdentityNumberDocument = graphql(/* GraphQL */ `
  mutation UpgradeIdentityNumber($input: UpgradeIdentityNumberInput!) {
    upgradeIdentityNumber(input: $input) { cursor person { id identityNumber { masked full } } userErrors { ...ErrorParts } }
  }
`);
