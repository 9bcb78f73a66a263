"""The slice of the graph in its own language."""

TYPES = """
  enum RegistrationState { DRAFT IN_REVIEW RETURNED GRANTED }
  enum RegistrationOrder { OLDEST }
  input RegistrationFilter { states: [RegistrationState!] }
  type Sensitive { masked: String!  full: String }
  type Person { id: ID!  name: Sensitive!  sex: String  identityKind: String!  realNameVerified: Boolean! }
  type Employer { id: ID!  name: String!  creditCode: String!  state: String!  address: String }
  type Stage { id: ID!  kind: String!  state: String!  openedAt: String  closedAt: String  opinion: String }
  type Registration {
    id: ID!  version: Int!  number: String  kind: String!  profession: String!  grade: String  state: String!
    createdAt: String!  updatedAt: String!  applicant: Person!  employer: Employer  stages: [Stage!]!
  }
  type PageInfo { hasNextPage: Boolean!  endCursor: String }
  type RegistrationConnection { pageInfo: PageInfo!  nodes: [Registration!]! }
  type Query {
    registrations(first: Int!, after: String, filter: RegistrationFilter, orderBy: RegistrationOrder): RegistrationConnection!
  }
"""
