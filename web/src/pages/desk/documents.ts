import { graphql } from "@/gql";

/** A row of the queue, and what its live frames carry: the same fields, so that a frame repaints the row whole. */
export const QueueItem = graphql(/* GraphQL */ `
  fragment QueueItem on WorkItem {
    id state stage heldUntil fence addedAt
    heldBy { id name }
    deadline { ...DeadlineParts }
    subject {
      id version title
      ... on Registration {
        number kind profession grade state
        basic { name { masked full } }
        employment { name }
        remarks { id }
      }
    }
  }
`);

export const QueueDocument = graphql(/* GraphQL */ `
  query Queue($first: Int!, $after: String, $filter: WorkFilter, $orderBy: WorkOrder) {
    workQueue(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      cursor
      pageInfo { hasNextPage endCursor }
      nodes { ...QueueItem }
    }
  }
`);

export const DeskCountsDocument = graphql(/* GraphQL */ `
  query DeskCounts {
    open: workQueue(first: 1, filter: { states: [FREE, HELD] }) { cursor totalCount }
    due: workQueue(first: 1, filter: { states: [FREE, HELD], dueToday: true }) { totalCount }
    resubmitted: workQueue(first: 1, filter: { states: [FREE, HELD], resubmitted: true }) { totalCount }
    free: workQueue(first: 1, filter: { states: [FREE] }) { totalCount }
    mine: workQueue(first: 1, filter: { heldByMe: true, states: [HELD] }) { totalCount }
    returned: registrations(first: 1, filter: { states: [RETURNED] }) { totalCount }
  }
`);

export const DeskNewsDocument = graphql(/* GraphQL */ `
  subscription DeskNews($after: Cursor) {
    workQueueChanged(after: $after) {
      kind
      cursor
      event { id name actor { label } }
      workItem { ...QueueItem }
    }
  }
`);

export const ReturnedDocument = graphql(/* GraphQL */ `
  query Returned($first: Int!, $after: String, $text: String) {
    registrations(first: $first, after: $after, filter: { states: [RETURNED], text: $text }, orderBy: OLDEST) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id version title number kind profession grade state
        basic { name { masked full } }
        employment { name }
        deadline { ...DeadlineParts }
        remarks { id stage answered }
        stage { id kind state closedAt }
        updatedAt
      }
    }
  }
`);

export const ClaimDocument = graphql(/* GraphQL */ `
  mutation Claim($input: ClaimWorkInput!) {
    claimWork(input: $input) { workItem { ...QueueItem } cursor userErrors { ...ErrorParts } }
  }
`);

export const ClaimNextDocument = graphql(/* GraphQL */ `
  mutation ClaimNext($input: ClaimNextWorkInput!) {
    claimNextWork(input: $input) { workItem { ...QueueItem } cursor userErrors { ...ErrorParts } }
  }
`);

export const PassManyDocument = graphql(/* GraphQL */ `
  mutation PassMany($input: PassRegistrationsInput!) {
    passRegistrations(input: $input) {
      results { registration { id version state } userErrors { ...ErrorParts } }
      cursor
      userErrors { ...ErrorParts }
    }
  }
`);

export const ReturnManyDocument = graphql(/* GraphQL */ `
  mutation ReturnMany($input: ReturnRegistrationsInput!) {
    returnRegistrations(input: $input) {
      results { registration { id version state } userErrors { ...ErrorParts } }
      cursor
      userErrors { ...ErrorParts }
    }
  }
`);
