"""The few rows that stand around the cases: authorities, reviewers, accounts, sessions. Made by the ORM itself."""

from datetime import UTC, datetime
from typing import Any

from bench.data.cases import REGIONS, ROUTE, Row
from bench.data.cast import ARCHIVIST, OWN, REVIEWERS, Size, applicant_token, hashed, reviewer_token
from bench.data.tables import Put, Target
from models.agencies.tables import Employer, EmployerNature, EmployerState
from models.authorities.kinds import AuthorityKind, Profession, ReviewerRole
from models.authorities.tables import Authority, Reviewer, RoleGrant
from models.kernel.unit import Unit, unit_of_work
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account, Session

ROLES = (ReviewerRole.PRE_EXAMINER, ReviewerRole.EXAMINER)
SEEN_AT = datetime(2098, 1, 1, tzinfo=UTC)
"""Sessions neither age nor are written to while they are measured, on any server."""
FIRST_APPLICANT_ACCOUNT = 1000
EMPLOYERS = Target(
    Employer, ("id", "name", "credit_code", "nature", "state", "fire_agency", "region_code", "address")
)
ACCOUNTS = Target(Account, ("id", "kind", "state", "person_id"))
SESSIONS = Target(Session, ("id", "account_id", "token_hash", "last_seen_at"))


@unit_of_work
async def found_authorities(unit: Unit) -> None:
    """Three corps; the first with reviewers that have two roles each, in its region, for fire engineers."""
    for number, (region, name) in enumerate(zip(REGIONS, "苏浙沪", strict=True), 1):
        await Authority.create(
            id=number, name=f"{name}消防救援总队", kind=AuthorityKind.CORPS, region_code=region, short_name=name,
            professions=[Profession.FIRE_ENGINEER, Profession.SAFETY_ENGINEER], stages=list(ROUTE),
        )  # fmt: skip
    for number in range(1, REVIEWERS + 1):
        await _reviewer(number)
    await Reviewer.create(id=ARCHIVIST, name="档案", authority_id=OWN)


async def _reviewer(number: int) -> None:
    await Reviewer.create(id=number, name=f"审核{number}", authority_id=OWN)
    for role in ROLES:
        await RoleGrant.create(
            reviewer_id=number, role=role, profession=Profession.FIRE_ENGINEER, regions=["32"]
        )
    await Account.create(id=number, kind=AccountKind.REVIEWER, state=AccountState.ACTIVE, reviewer_id=number)
    await Session.create(
        id=number, account_id=number, token_hash=hashed(reviewer_token(number)), last_seen_at=SEEN_AT
    )


def employer_rows(size: Size) -> list[Row]:
    return [
        (
            number, f"南京安澜消防技术有限公司第{number}分公司", f"91320100MA{number:08d}",
            EmployerNature.ENTERPRISE.value, EmployerState.ACTIVE.value, number % 2 == 0, "320100",
            f"南京市玄武区珠江路{number}号",
        )
        for number in range(1, size.employers + 1)
    ]  # fmt: skip


def applicant_accounts(size: Size) -> list[Row]:
    kind, state = AccountKind.PERSON.value, AccountState.ACTIVE.value
    return [
        (FIRST_APPLICANT_ACCOUNT + number, kind, state, number)
        for number in range(1, size.applicants_signed_in + 1)
    ]


def applicant_sessions(size: Size, put: Put) -> list[tuple[Any, ...]]:
    seen = put(SEEN_AT)
    return [
        (key, key, hashed(applicant_token(key - FIRST_APPLICANT_ACCOUNT)), seen)
        for key, *_ in applicant_accounts(size)
    ]
