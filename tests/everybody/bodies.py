"""The bodies that a profession's routes lead through, and their reviewers, as the rulebook has them."""

from dataclasses import dataclass, field
from itertools import count

from models.authorities.kinds import AuthorityKind, Profession, ReviewerRole
from models.authorities.tables import Authority, Reviewer, RoleGrant
from models.kernel.clock import today
from models.kernel.viewer import Grant, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account
from models.professions.facts import AuthorityFacts, CaseFacts
from models.professions.rulebook import STAGE_ROLES, RouteStep, Rulebook
from models.professions.shelf import rulebook_on
from models.registration.kinds import RegistrationKind, StageKind
from tests.factories import made

HERE, ELSEWHERE = "320000", "330000"
_serial = count(1)
NATIONWIDE = {AuthorityKind.MINISTRY, AuthorityKind.CENTRE}


@dataclass
class Bodies:
    """The bodies of one route, by stage; one reviewer for each stage, one head for each body."""

    profession: Profession
    chosen: Authority
    handling: dict[StageKind, Authority] = field(default_factory=dict)
    officers: dict[StageKind, Viewer] = field(default_factory=dict)
    heads: dict[int, Viewer] = field(default_factory=dict)
    """By the body's row key."""


async def bodies(profession: Profession, *, elsewhere: bool = False) -> Bodies:
    """All that the routes of the profession call for. `elsewhere`: of another region, and never asked."""
    book, region = rulebook_on(profession), ELSEWHERE if elsewhere else HERE
    steps = _steps(book)
    chosen = _chosen_kind(book, steps)
    by_kind: dict[AuthorityKind, Authority] = {}
    for kind in sorted(
        {step.authority_kind or chosen for step in steps}, key=lambda kind: kind is not chosen
    ):
        above = by_kind[chosen].id if kind is not chosen and kind not in NATIONWIDE else None
        by_kind[kind] = await made(
            Authority,
            name=f"{region[:2]}{kind}",
            kind=kind,
            region_code=None if kind in NATIONWIDE and not elsewhere else region,
            professions=[profession],
            stages=[step.stage for step in steps if (step.authority_kind or chosen) is kind],
            short_name=region[:1],
            parent_id=above,
        )
    found = Bodies(profession, by_kind[chosen])
    for step in steps:
        body = by_kind[step.authority_kind or chosen]
        found.handling[step.stage] = body
        found.officers[step.stage] = await reviewer(body, profession, STAGE_ROLES[step.stage])
    for body in by_kind.values():
        found.heads[body.id] = await reviewer(body, profession, ReviewerRole.HEAD)
    return found


async def reviewer(at: Authority, profession: Profession, *roles: ReviewerRole, region: str = "") -> Viewer:
    """A reviewer of a body, signed in. `region`: the beginning of the only regions looked after."""
    regions = (region,) if region else ()
    row = await made(Reviewer, name=f"审核{next(_serial)}", authority_id=at.id)
    account = await made(Account, kind=AccountKind.REVIEWER, state=AccountState.ACTIVE, reviewer_id=row.id)
    for role in roles:
        await made(RoleGrant, reviewer_id=row.id, role=role, profession=profession, regions=list(regions))
    grants = tuple(Grant(role.value, profession.value, regions) for role in roles)
    return Viewer(
        ViewerKind.REVIEWER, account.id, account.id, reviewer_id=row.id, authority_id=at.id, grants=grants
    )


def _steps(book: Rulebook) -> list[RouteStep]:
    """Each stage once that reviewers handle, whatever kind of registration it belongs to."""
    found = [step for form in book.forms.values() for step in form.route if step.role]
    return list({step.stage: step for step in found}.values())


def _chosen_kind(book: Rulebook, steps: list[RouteStep]) -> AuthorityKind:
    """What the applicant may choose: of a kind that handles a stage, else of the kind that stands for all."""
    every = tuple(AuthorityFacts(place, kind, kind, HERE) for place, kind in enumerate(AuthorityKind))
    asked = CaseFacts(kind=RegistrationKind.INITIAL, day=today(), form={}, choices=every)
    offered = [one.kind for one in book.advise(asked).choices]
    handling = [step.authority_kind for step in steps if step.authority_kind in offered]
    return next((kind for kind in handling if kind), AuthorityKind.PROVINCIAL_BODY)
