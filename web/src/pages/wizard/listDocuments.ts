import { graphql } from "@/gql";

export const AddExperienceDocument = graphql(/* GraphQL */ `
  mutation AddExperience($input: AddWorkExperienceInput!) {
    addWorkExperience(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const UpdateExperienceDocument = graphql(/* GraphQL */ `
  mutation UpdateExperience($input: UpdateWorkExperienceInput!) {
    updateWorkExperience(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const RemoveExperienceDocument = graphql(/* GraphQL */ `
  mutation RemoveExperience($input: RemoveWorkExperienceInput!) {
    removeWorkExperience(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const PrepareFormDocument = graphql(/* GraphQL */ `
  mutation PrepareForm($input: PrepareApplicationFormInput!) {
    prepareApplicationForm(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const AddHoursDocument = graphql(/* GraphQL */ `
  mutation AddHours($input: AddHoursRecordInput!) {
    addHoursRecord(input: $input) { cursor record { ...HoursParts } userErrors { ...ErrorParts } }
  }
`);

export const RemoveHoursDocument = graphql(/* GraphQL */ `
  mutation RemoveHours($input: RemoveHoursRecordInput!) {
    removeHoursRecord(input: $input) { cursor record { ...HoursParts } userErrors { ...ErrorParts } }
  }
`);

export const JoinHoursDocument = graphql(/* GraphQL */ `
  mutation JoinHours($input: JoinHoursRecordInput!) {
    joinHoursRecord(input: $input) { cursor record { ...HoursParts } userErrors { ...ErrorParts } }
  }
`);
