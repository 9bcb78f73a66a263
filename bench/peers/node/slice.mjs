// The slice of the graph and its resolvers, for the servers that take both apart.
import { employersOf, identified, peopleOf, queuePage, stagesOf } from "./store.mjs";

export const typeDefs = `
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
`;

const CHINA_MS = 8 * 3600 * 1000;
/** As the service writes times: with China's offset. The data set has whole seconds. */
const time = (text) => text && `${new Date(Date.parse(text) + CHINA_MS).toISOString().slice(0, 19)}+08:00`;

function masked(name) {
  if (name.length <= 1) return name && "*";
  return name.length === 2 ? `${name[0]}*` : name[0] + "*".repeat(name.length - 2) + name.at(-1);
}

export const fields = {
  Query: {
    registrations: (_, { first, after, filter }, context) =>
      queuePage(identified(context.authorization), first, after, filter?.states ?? []),
  },
  Registration: {
    id: (row) => `reg_${row.id}`,
    createdAt: (row) => time(row.created_at),
    updatedAt: (row) => time(row.updated_at),
  },
  Person: {
    id: (row) => `per_${row.id}`,
    name: (row) => ({ masked: masked(row.name), full: row.name }),
    identityKind: (row) => row.identity_kind,
    realNameVerified: (row) => row.real_name_verified === 1,
  },
  Employer: { id: (row) => `emp_${row.id}`, creditCode: (row) => row.credit_code },
  Stage: {
    id: (row) => `stg_${row.id}`,
    openedAt: (row) => time(row.opened_at),
    closedAt: (row) => time(row.closed_at),
  },
};

/** Children of many registrations at once, in their order. */
export const children = {
  applicant: (rows) => peopleOf(rows.map((row) => row.applicant_id)),
  employer: (rows) => employersOf(rows.map((row) => row.employer_id)),
  stages: (rows) => stagesOf(rows.map((row) => row.id)),
};
