import { graphql } from "@/gql";

export const StaffCaseParts = graphql(/* GraphQL */ `
  fragment StaffCaseParts on Registration {
    id version number title state kind profession grade updatedAt
    specialties { id name } basic { name { masked full } } stage { id kind state }
    availableActions { action label ready reason findings { ...FindingParts } }
  }
`);

export const ReportsDocument = graphql(/* GraphQL */ `
  query Reports($after: String, $filter: RegistrationFilter) {
    registrations(first: 20, after: $after, filter: $filter, orderBy: NEWEST) { cursor totalCount nodes { ...StaffCaseParts } pageInfo { hasNextPage endCursor } }
  }
`);

export const SpecialtiesDocument = graphql(/* GraphQL */ `
  query SupervisionSpecialties { specialties(profession: SUPERVISION_ENGINEER) { id name } }
`);

export const ReportDocument = graphql(/* GraphQL */ `
  query Report($id: ID!) {
    node(id: $id) {
      __typename
      ... on Registration {
        ...StaffCaseParts
        basic { sex birthDate education photo { ...FileParts } qualification { certificateNumber obtainedOn } }
        employment { name creditCode department post term termFrom termUntil }
        experience { id from until employer work }
        attachments { id kind file { ...FileParts } }
        stages { id kind state openedAt closedAt opinion }
      }
    }
  }
`);

export const EmployerPledgeDocument = graphql(/* GraphQL */ `
  query EmployerPledge($profession: Profession!) {
    rulebook(profession: $profession) { forms { kind employerPledge { edition heading body } } }
  }
`);

export const ReportChangesDocument = graphql(/* GraphQL */ `
  subscription ReportChanges($after: Cursor, $id: ID) {
    registrationChanged(after: $after, id: $id) { kind cursor event { id } registration { ...StaffCaseParts } }
  }
`);

export const ReportUpDocument = graphql(/* GraphQL */ `
  mutation ReportUp($input: ReportUpRegistrationInput!) {
    reportUpRegistration(input: $input) { cursor registration { ...StaffCaseParts } userErrors { ...ErrorParts } }
  }
`);

export const DeclineReportUpDocument = graphql(/* GraphQL */ `
  mutation DeclineReportUp($input: DeclineReportUpInput!) {
    declineReportUp(input: $input) { cursor registration { ...StaffCaseParts } userErrors { ...ErrorParts } }
  }
`);

export const TakeBackReportUpDocument = graphql(/* GraphQL */ `
  mutation TakeBackReportUp($input: TakeBackReportUpInput!) {
    takeBackReportUp(input: $input) { cursor registration { ...StaffCaseParts } userErrors { ...ErrorParts } }
  }
`);

export const PeopleDocument = graphql(/* GraphQL */ `
  query RegisteredPeople($after: String, $filter: CertificateFilter) {
    certificates(first: 20, after: $after, filter: $filter) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        id number state status validUntil profession grade specialties { id name }
        person { id title registrations(first: 20) { nodes { id kind state updatedAt } } }
      }
    }
  }
`);
