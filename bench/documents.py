"""What is asked of every server, word by word the same (PostGraphile has its own names: its aliases say ours)."""

QUEUE_PAGE = """query QueuePage($first: Int!, $after: String) {
  registrations(first: $first, after: $after, filter: {states: [IN_REVIEW]}, orderBy: OLDEST) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id version number kind profession grade state createdAt updatedAt
      applicant { id name { masked full } sex identityKind realNameVerified }
      employer { id name creditCode state address }
      stages { id kind state openedAt closedAt opinion }
    }
  }
}"""
"""A reviewer's page of 50 with applicant, employer and steps."""

POSTGRAPHILE_PAGE = """query QueuePage($first: Int!, $after: Cursor) {
  registrations: allRegistrations(
    first: $first, after: $after, condition: {state: "IN_REVIEW"}, orderBy: [MOVED_AT_ASC, PRIMARY_KEY_ASC]
  ) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id: globalId version number kind profession grade state createdAt updatedAt: shownUpdatedAt
      applicant { id: globalId name { masked full } sex identityKind realNameVerified }
      employer { id: globalId name creditCode state address }
      stages: stagesList(orderBy: [PLACE_ASC]) { id: globalId kind state openedAt closedAt opinion }
    }
  }
}"""

WORK_PAGE = """query WorkPage($first: Int!, $after: String) {
  registrations: workQueue(first: $first, after: $after, filter: {states: [FREE, HELD]}, orderBy: DEADLINE) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id state stage role fence heldUntil addedAt deadline { dueAt workdaysLeft overdue }
      subject { id ... on Registration { number state applicant { id name { masked full } } employer { id name } } }
    }
  }
}"""
"""A reviewer's open work, the most urgent first."""

PAGE = 50

FREE_WORK = """query FreeWork {
  workQueue(first: 100, filter: {states: [FREE]}, orderBy: OLDEST) { nodes { id fence } }
}"""

CLAIM = """mutation Claim($input: ClaimWorkInput!) {
  claimWork(input: $input) { workItem { id state fence heldUntil } userErrors { code message } }
}"""

RELEASE = """mutation Release($input: ReleaseWorkInput!) {
  releaseWork(input: $input) { workItem { id state fence heldUntil } userErrors { code message } }
}"""

WORK_CHANGED = """subscription WorkChanged {
  workQueueChanged { cursor kind event { id name at } workItem { id state fence heldUntil } }
}"""
"""What a reviewer's desk listens to; one event goes to all of them."""

OWN_CASE = """subscription OwnCase {
  registrationChanged { cursor kind event { id name at } registration {
    id version state number applicant { id name { masked full } } stages { id kind state }
  } }
}"""
"""What each applicant listens to: every event is another one's."""
