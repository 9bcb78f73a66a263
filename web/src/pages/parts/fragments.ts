import { graphql } from "@/gql";

export const FindingParts = graphql(/* GraphQL */ `
  fragment FindingParts on Finding {
    rule severity met law message present needed advice metAt path
    parts { rule severity met law message present needed advice metAt path }
  }
`);

export const ErrorParts = graphql(/* GraphQL */ `
  fragment ErrorParts on UserError {
    code message path
    ... on InvalidField { received wanted }
    ... on UnmetRequirement { finding { ...FindingParts } }
    ... on StaleVersion { currentVersion }
    ... on WrongState { event { id summary at } }
    ... on LimitReached { limit retryAt }
    ... on Duplicate { existing { id title } }
  }
`);

export const FileParts = graphql(/* GraphQL */ `
  fragment FileParts on File {
    id name state mediaType bytes width height pages downloadUrl previewUrl
    refusals { ...FindingParts }
  }
`);

export const DeadlineParts = graphql(/* GraphQL */ `
  fragment DeadlineParts on Deadline {
    startedAt dueAt workdays workdaysLeft pausedSince pauseReason overdue extended
  }
`);

export const StageParts = graphql(/* GraphQL */ `
  fragment StageParts on RegistrationStage {
    id kind state openedAt closedAt opinion
    authority { id name }
    deadline { ...DeadlineParts }
  }
`);

/** What the applicant sees of a case in lists, on the home page and in its live stream. */
export const CaseParts = graphql(/* GraphQL */ `
  fragment CaseParts on Registration {
    id version title number profession grade kind state createdAt updatedAt resubmittedAt
    employment { name }
    authority { id name contacts { id label phones address hours } }
    stages { ...StageParts }
    stage { id authority { id name contacts { id label phones address hours } } }
    deadline { ...DeadlineParts }
    nextBatch { date number entered postponedFrom postponedReason }
    remarks { id stage path text answered page attachment { id kind } }
    attachments { id }
    receipt { ...FileParts }
    applicationForm { ...FileParts }
    decisionLetter { ...FileParts }
    certificate { id number }
    withdrawalRequest { id state reason answer }
    availableActions { action label ready reason }
  }
`);

export const NotificationParts = graphql(/* GraphQL */ `
  fragment NotificationParts on Notification {
    id state text link urgent
    event { id at cursor }
  }
`);

export const CertificateParts = graphql(/* GraphQL */ `
  fragment CertificateParts on Certificate {
    id version number profession grade state validFrom validUntil renewalOpensOn verifyCode reason
    person { id name { masked full } }
    employer { id name }
    seals { id number state validUntil }
    document { ...FileParts }
    registration { id number }
  }
`);
