import { graphql } from "@/gql";

export const QualificationParts = graphql(/* GraphQL */ `
  fragment QualificationParts on Qualification { id profession grade certificateNumber managementNumber obtainedOn }
`);

export const HoursParts = graphql(/* GraphQL */ `
  fragment HoursParts on HoursRecord {
    id version title status state source providerName courseName hours from until reason
    specialty { id name } proof { ...FileParts } availableActions { action label ready }
  }
`);

/** Everything the applicant fills in, with what is still missing. */
export const DraftParts = graphql(/* GraphQL */ `
  fragment DraftParts on Registration {
    id version title number profession grade kind state updatedAt pledgeAccepted previewDigest
    applicant { id qualifications { ...QualificationParts } }
    basic {
      name { masked full } sex birthDate identityKind identityNumber { masked full } mobile { masked full }
      email { masked full } education address { masked full } capable
      photo { ...FileParts } qualification { ...QualificationParts }
    }
    employment { employer { id name } name creditCode nature address postcode phone fax department post term termFrom termUntil retired }
    changes reissueOf reissueReason reason
    original { id number validUntil employer { id name } }
    differences { path before after }
    sections
    specialties { id name }
    experience { id from until employer work }
    hours {
      present needed ownSpecialty ownSpecialtyNeeded
      records { ...HoursParts }
      doubles { declared { id version title } imported { id title } }
    }
    deliveryChoice { method receiver { full } phone { full } regionCode address { full } }
    authority { id name }
    authorityAdvice { rule reason advised { id name } choices { id name contacts { id label phones address } } }
    attachments { id kind file { ...FileParts } remarks { id text answered } }
    demands { kind required demand law maxBytes mediaTypes minPages met }
    findings { ...FindingParts }
    remarks { id stage path text answered page attachment { id kind } }
    availableActions { action label ready reason findings { ...FindingParts } }
    applicationForm { ...FileParts }
    viewers { label editing since }
  }
`);

export const EditDocument = graphql(/* GraphQL */ `
  query Edit($id: ID!) { node(id: $id) { __typename ... on Registration { ...DraftParts } } }
`);

export const RulebookDocument = graphql(/* GraphQL */ `
  query WizardRulebook($profession: Profession!) {
    rulebook(profession: $profession) {
      edition
      specialties { id name } mostSpecialties
      forms { kind withdrawUntil sections changeItems reissuable pledge { edition heading body file { ...FileParts } } route { stage workdays } }
    }
  }
`);

export const DraftChangesDocument = graphql(/* GraphQL */ `
  subscription DraftChanges($after: Cursor, $id: ID) {
    registrationChanged(after: $after, id: $id) { kind cursor event { id } registration { ...DraftParts } }
  }
`);

export const SaveDocument = graphql(/* GraphQL */ `
  mutation Save($input: SaveRegistrationInput!) {
    saveRegistration(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const AcceptPledgeDocument = graphql(/* GraphQL */ `
  mutation AcceptPledge($input: AcceptPledgeInput!) {
    acceptPledge(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const AttachDocument = graphql(/* GraphQL */ `
  mutation Attach($input: AttachToRegistrationInput!) {
    attachToRegistration(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const DetachDocument = graphql(/* GraphQL */ `
  mutation Detach($input: DetachFromRegistrationInput!) {
    detachFromRegistration(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const ChooseAuthorityDocument = graphql(/* GraphQL */ `
  mutation ChooseAuthority($input: ChooseAuthorityInput!) {
    chooseAuthority(input: $input) { cursor registration { ...DraftParts } userErrors { ...ErrorParts } }
  }
`);

export const SubmitDocument = graphql(/* GraphQL */ `
  mutation Submit($input: SubmitRegistrationInput!) {
    submitRegistration(input: $input) { cursor registration { ...CaseParts } userErrors { ...ErrorParts } }
  }
`);

export const ResubmitDocument = graphql(/* GraphQL */ `
  mutation Resubmit($input: ResubmitRegistrationInput!) {
    resubmitRegistration(input: $input) { cursor registration { ...CaseParts } userErrors { ...ErrorParts } }
  }
`);

export const FindEmployersDocument = graphql(/* GraphQL */ `
  query FindEmployers($text: String!) { findEmployers(text: $text) { id name creditCode regionName reportsUpOnline } }
`);
