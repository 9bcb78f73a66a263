"""What is shown of cases, stages, work and certificates: computed from rows, read for a whole page at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import now
from models.kernel.viewer import Viewer
from models.kernel.workdays import WorkCalendar, work_calendar
from models.kernel.workflow import Available
from models.people.masks import mask_address, mask_email, mask_identity, mask_mobile, mask_name
from models.people.shown import given_name, own_person
from models.professions.rulebook import Advice, Demand
from models.professions.words import engineer_title
from models.registration.credentials import Certificate
from models.registration.deadlines import Clock, Deadline, deadline_of
from models.registration.digest import preview_digests
from models.registration.gather import Assessment
from models.registration.kinds import CredentialState, RegistrationKind, RegistrationState
from models.registration.relations import relations_to_certificate
from models.registration.standing import current_stages
from models.registration.tables import Registration
from models.registration.validity import renewal_opens_on
from models.registration.verify import renewal_months, state_at
from models.registration.words import KIND_WORDS
from models.registration.workflow import CREDENTIAL, REGISTRATION

UNNAMED = "未填写姓名"


@dataclass(frozen=True)
class Shown:
    """A sensitive text; `full` only for the applicant, a name also for who handles the case."""

    masked: str
    full: str | None = None


@dataclass(frozen=True)
class AdviceShown:
    """Which body should be chosen, by row keys."""

    advised_id: int | None
    rule: str
    reason: str
    choice_ids: tuple[int, ...]


@dataclass(frozen=True)
class DemandShown:
    """One attachment that is asked for, and whether it is there."""

    kind: str
    required: bool
    demand: str
    law: str
    max_bytes: int
    media_types: tuple[str, ...]
    min_pages: int | None
    met: bool


def shown_name(name: str | None, applicant_id: int, viewer: Viewer) -> Shown:
    text = name or ""
    return Shown(mask_name(text), text if given_name(applicant_id, viewer) else None)


def shown_identity(identity_number: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _or_none(identity_number, mask_identity, applicant_id, viewer)


def shown_mobile(mobile: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _or_none(mobile, mask_mobile, applicant_id, viewer)


def shown_email(email: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _or_none(email, mask_email, applicant_id, viewer)


def shown_address(address: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _or_none(address, mask_address, applicant_id, viewer)


def case_title(  # noqa: PLR0913, PLR0917 the columns that it is made of
    name: str | None,
    applicant_id: int,
    kind: RegistrationKind,
    profession: str,
    grade: str | None,
    viewer: Viewer,
) -> str:
    """王海宁 初始注册 一级注册消防工程师."""
    shown = shown_name(name, applicant_id, viewer)
    title = engineer_title(Profession(profession), Grade(grade) if grade else None)
    return f"{shown.full or shown.masked or UNNAMED} {KIND_WORDS[kind]} {title}"


def case_status(state: RegistrationState) -> str:
    return REGISTRATION.words[state]


def filed_by_employer(kind: RegistrationKind) -> bool:
    return Registration(kind=kind).filed_by_employer


def pledge_accepted(pledge_edition: str | None) -> bool:
    return pledge_edition is not None


def certificate_title(number: str) -> str:
    return f"注册证 {number}"


def credential_state(state: CredentialState, valid_until: date, profession: str) -> CredentialState:
    """The state by the clock, whatever was last recorded."""
    return state_at(Certificate(state=state, valid_until=valid_until, profession=profession), now())[0]


def credential_status(state: CredentialState, valid_until: date, profession: str) -> str:
    return CREDENTIAL.words[credential_state(state, valid_until, profession)]


def credential_actions(  # noqa: PLR0913, PLR0917 the columns that they follow from
    state: CredentialState,
    valid_until: date,
    profession: str,
    region: str,
    authority_id: int,
    viewer: Viewer,
) -> list[Available]:
    """The viewer's moves from the state by the clock."""
    row = Certificate(
        state=state, valid_until=valid_until, profession=profession, region=region, authority_id=authority_id
    )
    return CREDENTIAL.available(state_at(row, now())[0], relations_to_certificate(row, viewer))


def renewal_opens(valid_until: date, profession: str) -> date:
    return renewal_opens_on(valid_until, renewal_months(profession))


def stage_deadline(  # noqa: PLR0913, PLR0917 the columns that it is made of
    workdays: int | None,
    clock_from: datetime | None,
    due_at: datetime | None,
    closed_at: datetime | None,
    paused_at: datetime | None,
    minutes_left: int | None,
    extended: bool,
    calendar: WorkCalendar,
    moment: datetime,
) -> Deadline | None:
    """The clock of one stage."""
    clock = Clock(workdays, clock_from, due_at, closed_at, paused_at, minutes_left, extended)
    return deadline_of(clock, calendar, moment)


async def case_deadlines(rows: Sequence[Registration]) -> list[Deadline | None]:
    """The clock of the stage where each case stands."""
    current = await current_stages([row.id for row in rows])
    calendar, at = await work_calendar(), now()
    return [deadline_of(current[row.id], calendar, at) if row.id in current else None for row in rows]


def advice_shown(advice: Advice) -> AdviceShown:
    advised = advice.advised.id if advice.advised else None
    return AdviceShown(advised, advice.rule, advice.reason, tuple(one.id for one in advice.choices))


async def case_digests(rows: Sequence[Registration]) -> list[str]:
    return await preview_digests(rows)


def demands_shown(assessment: Assessment) -> list[DemandShown]:
    """What is asked for, and whether it is there."""
    attached = assessment.facts.attachments
    return [
        demand_shown(one, met=bool(attached.get(one.kind)), required=one.required_of(assessment.facts))
        for one in assessment.form.demanded(assessment.facts)
    ]


def demand_shown(one: Demand, *, met: bool, required: bool | None = None) -> DemandShown:
    return DemandShown(
        one.kind,
        one.required if required is None else required,
        one.demand,
        one.law,
        one.max_bytes,
        one.media_types,
        one.min_pages,
        met,
    )


def _or_none(
    value: str | None, mask: Callable[[str], str], applicant_id: int, viewer: Viewer
) -> Shown | None:
    if not value:
        return None
    return Shown(mask(value), value if own_person(applicant_id, viewer) else None)
