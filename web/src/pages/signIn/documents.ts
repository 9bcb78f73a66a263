import { graphql } from "@/gql";

export const StartSliderDocument = graphql(/* GraphQL */ `
  mutation StartSlider { startSlider { slider { id imageUrl pieceUrl puzzle expiresAt } userErrors { ...ErrorParts } } }
`);

export const RequestCodeDocument = graphql(/* GraphQL */ `
  mutation RequestCode($input: RequestCodeInput!) {
    requestCode(input: $input) { challenge { id sentTo expiresAt triesLeft } userErrors { ...ErrorParts } }
  }
`);

export const ProveCodeDocument = graphql(/* GraphQL */ `
  mutation ProveCode($input: ProveCodeInput!) {
    proveCode(input: $input) { challenge { id state triesLeft } userErrors { ...ErrorParts } }
  }
`);

export const OpenAccountDocument = graphql(/* GraphQL */ `
  mutation OpenAccount($input: OpenAccountInput!) {
    openAccount(input: $input) { account { id kind state } userErrors { ...ErrorParts } }
  }
`);

export const SignInDocument = graphql(/* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { account { id kind state } userErrors { ...ErrorParts } }
  }
`);

export const SignInWithCodeDocument = graphql(/* GraphQL */ `
  mutation SignInWithCode($input: SignInWithCodeInput!) {
    signInWithCode(input: $input) { account { id kind state } userErrors { ...ErrorParts } }
  }
`);

export const SetPasswordDocument = graphql(/* GraphQL */ `
  mutation SetPassword($input: SetPasswordInput!) {
    setPassword(input: $input) { account { id state } userErrors { ...ErrorParts } }
  }
`);

export const ProvincesDocument = graphql(/* GraphQL */ `
  query Provinces { regions { code name } }
`);

export const RequestRecoveryDocument = graphql(/* GraphQL */ `
  mutation RequestRecovery($input: RequestRecoveryInput!) {
    requestRecovery(input: $input) { submitted userErrors { ...ErrorParts } }
  }
`);

export const ResetPasswordDocument = graphql(/* GraphQL */ `
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) { account { id state } userErrors { ...ErrorParts } }
  }
`);
