"""Registrations with their applicants, stages and work items: seeded, so that two runs load the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from bench.data.cast import ARCHIVIST, AUTHORITIES, SEED, Size
from bench.data.tables import Put, Target
from models.authorities.kinds import Profession
from models.people.tables import Person
from models.professions.rulebook import STAGE_ROLES
from models.registration.kinds import RegistrationKind, RegistrationState, StageKind, StageState
from models.registration.tables import Registration, RegistrationStage, WorkItem

ROUTE = (
    StageKind.PRE_EXAMINATION,
    StageKind.ACCEPTANCE,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.CERTIFICATE_MAKING,
)
REGIONS = ("320000", "330000", "310000")
STATES = (
    [RegistrationState.IN_REVIEW] * 5
    + [RegistrationState.GRANTED] * 3
    + [RegistrationState.RETURNED, RegistrationState.DRAFT]
)
FAMILY, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡", "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂"
BEGAN = datetime(2025, 1, 2, 0, 0, tzinfo=UTC)
DUE = datetime(2099, 1, 1, tzinfo=UTC)
"""Never reached: no clock of the service changes a row while it is measured."""
OPENS_PER_MINUTE = 3
PEOPLE = Target(
    Person, ("id", "name", "sex", "birth_date", "identity_number", "mobile", "real_name_verified")
)
CASES = Target(
    Registration,
    (
        "id", "version", "created_at", "updated_at", "profession", "grade", "kind", "state", "edition", "number",
        "sort_number", "submitted_at", "region", "applicant_id", "employer_id", "authority_id", "name",
        "identity_number", "mobile", "employer_name", "post",
    ),
)  # fmt: skip
STAGES = Target(
    RegistrationStage,
    (
        "registration_id", "place", "kind", "state", "authority_id", "officer_id", "opinion", "opened_at",
        "closed_at", "workdays", "clock_from", "due_at",
    ),
)  # fmt: skip
WORK = Target(
    WorkItem,
    (
        "registration_id", "stage_id", "stage_kind", "role", "profession", "region", "registration_kind",
        "applicant_id", "authority_id", "due_at", "added_at", "search",
    ),
)  # fmt: skip

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One registration: where it stands and when it moved. `open_at` is the place of its open stage, from 1."""

    number: int
    state: RegistrationState
    profession: Profession
    kind: RegistrationKind
    authority: int
    employer: int
    name: str
    moved_at: datetime
    open_at: int

    @property
    def submitted(self) -> bool:
        return self.state is not RegistrationState.DRAFT

    @property
    def receipt(self) -> str | None:
        return f"苏{self.number:09d}" if self.submitted else None

    @property
    def region(self) -> str:
        return REGIONS[self.authority - 1]


def cases(size: Size) -> Iterator[Case]:
    """All of them, in the order of their keys."""
    chance = Random(SEED)  # noqa: S311 a data set, no secret
    for number in range(1, size.registrations + 1):
        yield Case(
            number,
            chance.choice(STATES),
            Profession.SAFETY_ENGINEER if chance.random() < 0.1 else Profession.FIRE_ENGINEER,
            chance.choice((RegistrationKind.INITIAL, RegistrationKind.RENEWAL, RegistrationKind.CHANGE)),
            1 + number % AUTHORITIES,
            chance.randrange(1, size.employers + 1),
            chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2)))),
            BEGAN + timedelta(minutes=chance.randrange(size.registrations) // OPENS_PER_MINUTE),
            chance.randrange(1, len(ROUTE) + 1),
        )


def person_row(case: Case, put: Put) -> Row:
    return (
        case.number, case.name, "MALE" if case.number % 2 else "FEMALE", put(date(1990, 5, 1)),
        identity(case.number), f"138{case.number:08d}", case.number % 3 == 0,
    )  # fmt: skip


def case_row(case: Case, put: Put) -> Row:
    moved = put(case.moved_at)
    return (
        case.number, 1 + case.number % 7, moved, moved, case.profession.value,
        "FIRST" if case.number % 2 else "SECOND", case.kind.value, case.state.value, "2026-1", case.receipt,
        case.receipt or "", moved if case.submitted else None, case.region if case.submitted else None,
        case.number, case.employer, case.authority, case.name, identity(case.number), f"138{case.number:08d}",
        employer_name(case.employer), "项目负责人",
    )  # fmt: skip


def stage_rows(case: Case, put: Put) -> Iterator[Row]:
    if not case.submitted:
        return
    moved, due = put(case.moved_at), put(DUE)
    for place, kind in enumerate(ROUTE, 1):
        state = _stage_state(case, place)
        passed, begun = state is StageState.PASSED, state is not StageState.WAITING
        yield (
            case.number, place, kind.value, state.value, case.authority, ARCHIVIST if passed else None,
            "材料齐全，符合要求" if passed else None, moved if begun else None, moved if passed else None,
            20 if begun else None, moved if begun else None, due if begun else None,
        )  # fmt: skip


def work_row(case: Case, first_stage: int, put: Put) -> Row:
    """`first_stage`: key of the case's first stage."""
    kind = ROUTE[case.open_at - 1]
    return (
        case.number, first_stage + case.open_at - 1, kind.value, STAGE_ROLES[kind].value, case.profession.value,
        case.region, case.kind.value, case.number, case.authority, put(DUE), put(case.moved_at),
        f"{case.name} {case.receipt} {employer_name(case.employer)}",
    )  # fmt: skip


def identity(number: int) -> str:
    return f"3201021990{number:08d}"


def employer_name(number: int) -> str:
    return f"南京安澜消防技术有限公司第{number}分公司"


def _stage_state(case: Case, place: int) -> StageState:
    if case.state is RegistrationState.GRANTED or place < case.open_at:
        return StageState.PASSED
    if place > case.open_at:
        return StageState.WAITING
    return StageState.PAUSED if case.state is RegistrationState.RETURNED else StageState.OPEN
