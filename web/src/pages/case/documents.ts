import { graphql } from "@/gql";

export const DeskFinding = graphql(/* GraphQL */ `
  fragment DeskFinding on Finding {
    rule met severity law message present needed advice metAt path
    parts { rule met severity law message present needed advice metAt path }
  }
`);

export const DeskFile = graphql(/* GraphQL */ `
  fragment DeskFile on File {
    id name state mediaType bytes width height pages downloadUrl previewUrl pageUrls
  }
`);

/** One record of continuing education; what the applicant entered waits for a reviewer's word. */
export const DeskHours = graphql(/* GraphQL */ `
  fragment DeskHours on HoursRecord {
    id version status state source providerName courseName hours from until reason
    specialty { id name } proof { id name downloadUrl } availableActions { action ready }
  }
`);

export const ConfirmHoursDocument = graphql(/* GraphQL */ `
  mutation ConfirmHours($input: ConfirmHoursRecordInput!) {
    confirmHoursRecord(input: $input) { record { ...DeskHours } cursor userErrors { ...ErrorParts } }
  }
`);

export const RejectHoursDocument = graphql(/* GraphQL */ `
  mutation RejectHours($input: RejectHoursRecordInput!) {
    rejectHoursRecord(input: $input) { record { ...DeskHours } cursor userErrors { ...ErrorParts } }
  }
`);

/** All of a case that a reviewer reads; its live frames carry the same. */
export const DeskCase = graphql(/* GraphQL */ `
  fragment DeskCase on Registration {
    id version title number profession grade kind state updatedAt
    basic {
      name { masked full } sex birthDate identityKind identityNumber { masked full } mobile { masked full }
      email { masked full } education address { masked full } capable
      photo { ...DeskFile }
      qualification { id certificateNumber managementNumber obtainedOn grade region { code name } }
    }
    employment { name creditCode nature address phone department post term termFrom termUntil retired }
    sections
    specialties { id name }
    experience { id from until employer work }
    hours { present needed ownSpecialty ownSpecialtyNeeded records { ...DeskHours } }
    deliveryChoice { method receiver { masked } phone { masked } address { masked } }
    changes reissueOf reissueReason reason
    original { id number validUntil }
    differences { path before after }
    attachments { id kind file { ...DeskFile } }
    stages { id kind state openedAt closedAt opinion authority { id name } officer { id name } }
    stage { id kind state }
    deadline { ...DeadlineParts }
    nextBatch { date number entered postponedFrom postponedReason }
    findings { ...DeskFinding }
    remarks { id stage path text answered page attachment { id kind } }
    viewers { label editing since }
    workItem { id state stage fence heldUntil heldBy { id name } }
    withdrawalRequest { id state reason answer }
    availableActions { action label ready reason findings { ...DeskFinding } }
    certificate { id number validFrom validUntil document { ...DeskFile } }
    applicationForm { ...DeskFile }
    decisionLetter { ...DeskFile }
  }
`);

export const CaseDocument = graphql(/* GraphQL */ `
  query ReviewedCase($id: ID!) {
    journalHead { cursor }
    node(id: $id) { id ... on Registration { ...DeskCase } }
  }
`);

export const CaseFollowDocument = graphql(/* GraphQL */ `
  subscription ReviewedCaseChanges($after: Cursor, $id: ID) {
    registrationChanged(after: $after, id: $id) {
      kind
      cursor
      event { id name actor { label } }
      registration { ...DeskCase }
    }
  }
`);

export const CaseEventsDocument = graphql(/* GraphQL */ `
  query ReviewedCaseEvents($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Registration { events(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id at name summary actor { label } } } }
    }
  }
`);

export const PassDocument = graphql(/* GraphQL */ `
  mutation Pass($input: PassRegistrationInput!) {
    passRegistration(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const ReturnDocument = graphql(/* GraphQL */ `
  mutation Return($input: ReturnRegistrationInput!) {
    returnRegistration(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const DeclineDocument = graphql(/* GraphQL */ `
  mutation Decline($input: DeclineRegistrationInput!) {
    declineRegistration(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const RefuseDocument = graphql(/* GraphQL */ `
  mutation Refuse($input: RefuseRegistrationInput!) {
    refuseRegistration(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const AllowWithdrawalDocument = graphql(/* GraphQL */ `
  mutation AllowWithdrawal($input: AllowWithdrawalInput!) {
    allowWithdrawal(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const DenyWithdrawalDocument = graphql(/* GraphQL */ `
  mutation DenyWithdrawal($input: DenyWithdrawalInput!) {
    denyWithdrawal(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const IssueDocument = graphql(/* GraphQL */ `
  mutation Issue($input: IssueCertificateInput!) {
    issueCertificate(input: $input) { registration { ...DeskCase } cursor userErrors { ...ErrorParts } }
  }
`);

export const KeepClaimDocument = graphql(/* GraphQL */ `
  mutation KeepClaim($input: KeepClaimInput!) {
    keepClaim(input: $input) { workItem { id state fence heldUntil heldBy { id name } } cursor userErrors { ...ErrorParts } }
  }
`);

export const ReleaseDocument = graphql(/* GraphQL */ `
  mutation Release($input: ReleaseWorkInput!) {
    releaseWork(input: $input) { workItem { ...QueueItem } cursor userErrors { ...ErrorParts } }
  }
`);

export const PresenceDocument = graphql(/* GraphQL */ `
  mutation Presence($input: TouchPresenceInput!) {
    touchPresence(input: $input) { viewers { label editing since } userErrors { ...ErrorParts } }
  }
`);

export const RevealDocument = graphql(/* GraphQL */ `
  mutation Reveal($input: RevealSensitiveInput!) {
    revealSensitive(input: $input) { revealed { value hideAt } cursor userErrors { ...ErrorParts } }
  }
`);
