"""What is shown of cases, stages, work and certificates: computed from rows, read for a whole page at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import now
from models.kernel.rules import Finding
from models.kernel.viewer import Viewer
from models.kernel.workdays import work_calendar
from models.people.masks import mask_address, mask_email, mask_identity, mask_mobile, mask_name
from models.people.shown import given_name, own_person
from models.professions.rulebook import Demand
from models.professions.words import engineer_title
from models.registration.credentials import Certificate
from models.registration.deadlines import Deadline, deadline_of
from models.registration.digest import preview_digest
from models.registration.gather import assess
from models.registration.kinds import CredentialState, RegistrationState, StageState
from models.registration.stages import OPENED
from models.registration.tables import Registration, RegistrationStage, WorkItem
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


async def case_titles(viewer: Viewer, rows: Sequence[Registration]) -> list[str]:
    """王海宁 初始注册 一级注册消防工程师."""
    return [_title(row, shown_name(row.name, row.applicant_id, viewer)) for row in rows]


def case_status(state: RegistrationState) -> str:
    return REGISTRATION.words[state]


def pledge_accepted(pledge_edition: str | None) -> bool:
    return pledge_edition is not None


def certificate_title(number: str) -> str:
    return f"注册证 {number}"


def credential_state(state: CredentialState, valid_until: date, profession: str) -> CredentialState:
    """The state by the clock, whatever was last recorded."""
    return state_at(Certificate(state=state, valid_until=valid_until, profession=profession), now())[0]


def credential_status(state: CredentialState, valid_until: date, profession: str) -> str:
    return CREDENTIAL.words[credential_state(state, valid_until, profession)]


def renewal_opens(valid_until: date, profession: str) -> date:
    return renewal_opens_on(valid_until, renewal_months(profession))


async def stage_deadlines(rows: Sequence[RegistrationStage]) -> list[Deadline | None]:
    calendar, at = await work_calendar(), now()
    return [deadline_of(row, calendar, at) for row in rows]


async def case_deadlines(rows: Sequence[Registration]) -> list[Deadline | None]:
    """The clock of the stage where each case stands."""
    current = {
        stage.registration_id: stage
        for stage in await RegistrationStage.filter(
            registration_id__in=[row.id for row in rows], state__in=(*OPENED, StageState.PAUSED)
        )
    }
    shown = await stage_deadlines(list(current.values()))
    by_case = dict(zip(current, shown, strict=True))
    return [by_case.get(row.id) for row in rows]


async def work_deadlines(rows: Sequence[WorkItem]) -> list[Deadline | None]:
    stages = {
        stage.id: stage for stage in await RegistrationStage.filter(id__in=[row.stage_id for row in rows])
    }
    return await stage_deadlines([stages[row.stage_id] for row in rows])


async def case_findings(rows: Sequence[Registration]) -> list[list[Finding]]:
    return [(await assess(row)).findings for row in rows]


async def work_findings(rows: Sequence[WorkItem]) -> list[list[Finding]]:
    cases = {
        case.id: case for case in await Registration.filter(id__in=[row.registration_id for row in rows])
    }
    return [(await assess(cases[row.registration_id])).findings for row in rows]


async def case_demands(rows: Sequence[Registration]) -> list[list[DemandShown]]:
    return [await _demands(row) for row in rows]


async def case_advice(rows: Sequence[Registration]) -> list[AdviceShown]:
    advices = [(await assess(row)).advice for row in rows]
    return [
        AdviceShown(
            one.advised.id if one.advised else None,
            one.rule,
            one.reason,
            tuple(choice.id for choice in one.choices),
        )
        for one in advices
    ]


async def case_digests(rows: Sequence[Registration]) -> list[str]:
    return [await preview_digest(row) for row in rows]


async def _demands(row: Registration) -> list[DemandShown]:
    assessment = await assess(row)
    attached = assessment.facts.attachments
    return [demand_shown(one, met=bool(attached.get(one.kind))) for one in assessment.form.demands]


def demand_shown(one: Demand, *, met: bool) -> DemandShown:
    return DemandShown(
        one.kind, one.required, one.demand, one.law, one.max_bytes, one.media_types, one.min_pages, met
    )


def _title(row: Registration, name: Shown) -> str:
    title = engineer_title(Profession(row.profession), Grade(row.grade) if row.grade else None)
    return f"{name.full or name.masked or UNNAMED} {KIND_WORDS[row.kind]} {title}"


def _or_none(
    value: str | None, mask: Callable[[str], str], applicant_id: int, viewer: Viewer
) -> Shown | None:
    if not value:
        return None
    return Shown(mask(value), value if own_person(applicant_id, viewer) else None)
