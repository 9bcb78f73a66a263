"""Listing work experience in an application: add, correct, take out; by the filer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.kernel.clock import today
from models.kernel.errors import InvalidField, LimitReached, NotFound, Refused, UserError
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.registration.asked import require_asked
from models.registration.events import RegistrationSaved
from models.registration.experience import WorkExperience
from models.registration.form import EXPERIENCE
from models.registration.gather import book_of
from models.registration.reads import parts_visible_to, visible_to
from models.registration.relations import relations_to
from models.registration.steps.fields import mark
from models.registration.steps.remarks import answer
from models.registration.tables import Registration
from models.registration.workflow import REGISTRATION

PIECES_AT_MOST = 50
LONGEST_EMPLOYER = 120
LONGEST_WORK = 500
EARLIEST = date(1940, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Work:
    """One piece as the filer gives it; `until` None: it goes on."""

    since: date
    until: date | None
    employer: str
    work: str


@unit_of_work
async def add_work_experience(unit: Unit, *, id: int, version: int, work: Work) -> Registration:
    """:raises Refused: dates out of order or in the future, texts missing or too long, or too many pieces."""
    case = await _editable(unit, id, version, "add_work_experience")
    _check(work)
    if await WorkExperience.filter(registration_id=case.id).count() >= PIECES_AT_MOST:
        raise Refused(LimitReached(message=f"工作经历最多{PIECES_AT_MOST}段", limit=PIECES_AT_MOST))
    await WorkExperience.create(registration_id=case.id, **_values(work))
    return await _store(unit, case)


@unit_of_work
async def update_work_experience(
    unit: Unit, *, id: int, version: int, experience_id: int, work: Work
) -> Registration:
    """:raises Refused: as for adding."""
    case = await _editable(unit, id, version, "update_work_experience")
    _check(work)
    row = await _own(unit, case, experience_id)
    for column, value in _values(work).items():
        setattr(row, column, value)
    await row.store(*_values(work))
    return await _store(unit, case)


@unit_of_work
async def remove_work_experience(unit: Unit, *, id: int, version: int, experience_id: int) -> Registration:
    case = await _editable(unit, id, version, "remove_work_experience")
    await (await _own(unit, case, experience_id)).delete()
    return await _store(unit, case)


async def _editable(unit: Unit, id: int, version: int, action: str) -> Registration:
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, action, relations_to(case, unit.viewer, None))
    require_asked(action, book_of(case).form(case.kind))
    return case


async def _own(unit: Unit, case: Registration, key: int) -> WorkExperience:
    row = await WorkExperience.filter(parts_visible_to(unit.viewer), id=key, registration_id=case.id).first()
    if row is None:
        raise NotFound
    return row


async def _store(unit: Unit, case: Registration) -> Registration:
    mark(case, [EXPERIENCE.column])
    await case.store("field_versions")
    await answer(case, [EXPERIENCE.column])
    unit.record(RegistrationSaved(EXPERIENCE.label), case)
    return case


def _values(work: Work) -> dict[str, Any]:
    return {
        "since": work.since,
        "until": work.until,
        "employer": work.employer.strip(),
        "work": work.work.strip(),
    }


def _check(work: Work) -> None:
    """:raises Refused: all that is wrong at once."""
    wrong: list[UserError] = []
    day = today()
    if not EARLIEST <= work.since <= day:
        wrong.append(_bad("from", "开始日期须在今天或以前", work.since, f"{EARLIEST}至{day}"))
    if work.until is not None and work.until > day:
        wrong.append(
            _bad("until", "结束日期不能晚于今天；仍在职的请留空", work.until, f"不晚于{day}，或留空")
        )
    if work.until is not None and work.until < work.since:
        wrong.append(_bad("until", "结束日期早于开始日期", work.until, f"不早于{work.since}"))
    for field, text, longest, label in (
        ("employer", work.employer, LONGEST_EMPLOYER, "单位"),
        ("work", work.work, LONGEST_WORK, "从事的工作"),
    ):
        if not 0 < len(text.strip()) <= longest:
            wrong.append(
                _bad(field, f"{label}须为1至{longest}个字", f"{len(text.strip())}个字", f"1至{longest}个字")
            )
    if wrong:
        raise Refused(*wrong)


def _bad(field: str, message: str, received: object, wanted: str) -> InvalidField:
    return InvalidField(path=("input", field), message=message, received=str(received), wanted=wanted)
