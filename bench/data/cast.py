"""Who exists, by keys that can be computed: no file has to be carried from the loader to the measurements."""

from dataclasses import dataclass
from hashlib import sha256

AUTHORITIES = 3
OWN = 1
"""The authority whose queue is read."""
REVIEWERS = 40
"""Reviewers of that authority that sign in; their keys are 1 to 40."""
ARCHIVIST = REVIEWERS + 1
"""Passed the stages that are over, so that the four-eyes rule keeps nobody else away."""
SIGNED_IN_APPLICANTS = 10_000
EMPLOYERS_PER_CASE = 20
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Size:
    """How many registrations. Every one has an applicant of its own and, once submitted, five stages."""

    registrations: int = 10_000

    @property
    def applicants_signed_in(self) -> int:
        return min(self.registrations, SIGNED_IN_APPLICANTS)

    @property
    def employers(self) -> int:
        return max(self.registrations // EMPLOYERS_PER_CASE, 1)


def reviewer_token(number: int) -> str:
    """Session token of reviewer 1 to 40."""
    return f"bench-reviewer-{number}"


def applicant_token(number: int) -> str:
    """Session token of the applicant of registration `number`."""
    return f"bench-applicant-{number}"


def hashed(token: str) -> str:
    """As the session table keeps it."""
    return sha256(token.encode()).hexdigest()
