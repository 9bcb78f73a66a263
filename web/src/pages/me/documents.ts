import { graphql } from "@/gql";

export const SessionParts = graphql(/* GraphQL */ `
  fragment SessionParts on Session { id state device city openedAt lastSeenAt idleAt current }
`);

export const MeDocument = graphql(/* GraphQL */ `
  query Me {
    viewer {
      account { id kind reminders messages mobile { masked full } email { masked full } }
      person { id name { masked full } identityNumber { masked full } availableActions { action } }
      reviewer { id name authority { id name } }
    }
  }
`);

export const SessionsDocument = graphql(/* GraphQL */ `
  query Sessions($after: String) {
    viewer { account { id sessions(first: 50, after: $after) { cursor nodes { ...SessionParts } pageInfo { hasNextPage endCursor } } } }
  }
`);

export const SessionChangesDocument = graphql(/* GraphQL */ `
  subscription SessionChanges($after: Cursor) { sessionChanged(after: $after) { kind cursor event { id } session { ...SessionParts } } }
`);

export const EndSessionDocument = graphql(/* GraphQL */ `
  mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { cursor sessions { ...SessionParts } userErrors { ...ErrorParts } } }
`);

export const ChangeMobileDocument = graphql(/* GraphQL */ `
  mutation ChangeMobile($input: ChangeMobileInput!) { changeMobile(input: $input) { cursor account { id mobile { masked full } } userErrors { ...ErrorParts } } }
`);

export const ChangeEmailDocument = graphql(/* GraphQL */ `
  mutation ChangeEmail($input: ChangeEmailInput!) { changeEmail(input: $input) { cursor account { id email { masked full } } userErrors { ...ErrorParts } } }
`);

export const SignOutDocument = graphql(/* GraphQL */ `
  mutation SignOut { signOut { session { id state } userErrors { ...ErrorParts } } }
`);

export const ChangePasswordDocument = graphql(/* GraphQL */ `
  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { cursor account { id } userErrors { ...ErrorParts } } }
`);

export const ChangeRemindersDocument = graphql(/* GraphQL */ `
  mutation ChangeReminders($input: ChangeRemindersInput!) { changeReminders(input: $input) { cursor account { id reminders } userErrors { ...ErrorParts } } }
`);

export const ChangeMessagesDocument = graphql(/* GraphQL */ `
  mutation ChangeMessages($input: ChangeMessagesInput!) { changeMessages(input: $input) { cursor account { id messages } userErrors { ...ErrorParts } } }
`);
