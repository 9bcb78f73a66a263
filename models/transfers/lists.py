"""Lists as rows of texts: what each export holds, of what its viewer may see at this moment."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.expressions import Q
from tortoise.models import Model

from models.authorities.kinds import Grade, Profession
from models.education.kinds import COUNTING
from models.education.reads import visible_to as hours_visible_to
from models.education.tables import HoursRecord
from models.education.workflow import HOURS
from models.kernel.clock import CHINA, now
from models.kernel.viewer import Viewer
from models.people.tables import Person
from models.professions.shelf import specialty_words
from models.professions.words import PROFESSION_WORDS, engineer_title
from models.registration.credentials import Certificate
from models.registration.deadlines import FAR_FUTURE
from models.registration.kinds import ClaimState
from models.registration.reads import certificates_visible_to, queue_of, work_visible_to
from models.registration.shown import shown_identity, shown_name
from models.registration.tables import WorkItem
from models.registration.verify import state_at
from models.registration.words import KIND_WORDS, STAGE_WORDS
from models.registration.workflow import CREDENTIAL
from models.transfers.importers.hours import EDUCATION_HOURS
from models.transfers.kinds import ExportKind
from models.transfers.people_cells import KIND_WORDS as PAPER_WORDS

AT_ONCE = 1000
MOST_ROWS = 100_000
CLAIM_WORDS = {ClaimState.FREE: "待领取", ClaimState.HELD: "办理中", ClaimState.DONE: "已办结"}

Cell = str | int | float
Row = Sequence[Cell]


@dataclass(frozen=True)
class Listing:
    """One kind of list. `cells` of a row, as a viewer may read it; `visible` is the only door."""

    model: type[Model]
    headings: tuple[str, ...]
    visible: Callable[[Viewer], Q]
    cells: Callable[[Any, Viewer], Row]
    related: tuple[str, ...] = ()


async def rows_of(listing: Listing, viewer: Viewer, wanted: Q) -> AsyncIterator[Row]:
    """In the order in which they came to be; at most `MOST_ROWS` and one more, which says that there are more."""
    last, given = 0, 0
    while given <= MOST_ROWS:
        found = listing.model.filter(listing.visible(viewer), wanted, id__gt=last).order_by("id")
        rows: list[Any] = await found.select_related(*listing.related).limit(AT_ONCE)
        for row in rows:
            yield listing.cells(row, viewer)
        if len(rows) < AT_ONCE:
            return
        last, given = rows[-1].id, given + len(rows)


def _work(row: WorkItem, viewer: Viewer) -> Row:
    case = row.registration
    return (
        case.number or "",
        _name(case.name, case.applicant_id, viewer),
        KIND_WORDS[row.registration_kind],
        _profession(row.profession),
        STAGE_WORDS[row.stage_kind],
        case.employer_name or "",
        _moment(row.added_at),
        _moment(row.due_at),
        CLAIM_WORDS[row.state],
        "是" if row.resubmitted else "",
    )


def _certificate(row: Certificate, viewer: Viewer) -> Row:
    state, _ = state_at(row, now())
    return (
        row.number,
        row.printed_name,
        row.printed_identity,
        engineer_title(Profession(row.profession), Grade(row.grade) if row.grade else None),
        "、".join(specialty_words(row.profession, row.specialties)),
        row.printed_employer,
        row.authority.name,
        row.valid_from.isoformat(),
        row.valid_until.isoformat(),
        CREDENTIAL.words[state],
    )


def _hours(row: HoursRecord, viewer: Viewer) -> Row:
    """In the columns of the import, so that what one gives out another can take in."""
    person: Person = row.person
    number = shown_identity(person.identity_number, person.id, viewer)
    return (
        _name(person.name, person.id, viewer),
        PAPER_WORDS[person.identity_kind],
        (number.full or number.masked) if number else "",
        _profession(row.profession),
        "、".join(specialty_words(row.profession, [row.specialty] if row.specialty else [])),
        row.provider_name,
        row.course_name,
        row.hours,
        row.since.isoformat(),
        row.until.isoformat(),
        HOURS.words[row.state],
    )


def _name(name: str | None, person_id: int, viewer: Viewer) -> str:
    shown = shown_name(name, person_id, viewer)
    return shown.full or shown.masked


def _profession(name: str) -> str:
    return PROFESSION_WORDS[Profession(name)]


def _moment(at: datetime) -> str:
    """2026-11-21 10:42 in China; empty where the work has no end."""
    return "" if at >= FAR_FUTURE else f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


LISTINGS: Mapping[ExportKind, Listing] = {
    ExportKind.WORK_QUEUE: Listing(
        WorkItem,
        (
            "受理编号",
            "姓名",
            "业务",
            "执业资格",
            "环节",
            "聘用单位",
            "进入时间",
            "期限",
            "状态",
            "补正后返回",
        ),
        lambda viewer: work_visible_to(viewer) & queue_of(viewer),
        _work,
        ("registration",),
    ),
    ExportKind.CERTIFICATES: Listing(
        Certificate,
        (
            "注册证号",
            "姓名",
            "证件号码",
            "注册名称",
            "专业类别",
            "聘用单位",
            "发证机构",
            "有效期起",
            "有效期止",
            "状态",
        ),
        certificates_visible_to,
        _certificate,
        ("authority",),
    ),
    ExportKind.EDUCATION_HOURS: Listing(
        HoursRecord,
        (*EDUCATION_HOURS.headings, "状态"),
        lambda viewer: hours_visible_to(viewer) & Q(state__in=COUNTING),
        _hours,
        ("person",),
    ),
}
"""All but the list of a batch, which has its own."""
