"""Rows with equal keys, nulls, quotes and hidden ones, the viewers who look at them, and a way to ask."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, TypeVar

import pytest
from tortoise import Tortoise

from models.authorities.kinds import AuthorityKind
from models.authorities.tables import Authority
from models.kernel.cursor import Cursors
from models.kernel.database import READER
from models.kernel.journal import START
from models.kernel.sqlite import ImmediateSqliteClient
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.people.tables import Person
from models.registration.kinds import RegistrationKind, RegistrationState, StageKind
from models.registration.tables import Registration, RegistrationStage
from schema.common.context import Context
from schema.plans import lots, run
from schema.plans.snapshot import Read, Record, Work, in_snapshot
from schema.plans.statement import Statement
from tests.schema.plans.area import SCHEMA

T = TypeVar("T")

SEED = 20250601
PERSONS, AUTHORITIES = 6, 3
FIRST_MOMENT = datetime(2025, 1, 1, tzinfo=UTC)
CURSORS = Cursors(b"secret of the tests", epoch=1, horizon=START)

ADMINISTRATOR = Viewer(ViewerKind.ADMINISTRATOR, account_id=1)


@dataclass
class World:
    """All rows there are, as the oracle knows them."""

    persons: list[Person] = field(default_factory=list)
    authorities: list[Authority] = field(default_factory=list)
    registrations: list[Registration] = field(default_factory=list)
    stages: list[RegistrationStage] = field(default_factory=list)

    def applicant(self, at: int = 0) -> Viewer:
        return Viewer(ViewerKind.PERSON, account_id=10 + at, person_id=self.persons[at].id)

    def reviewer(self, at: int = 0) -> Viewer:
        return Viewer(ViewerKind.REVIEWER, account_id=30 + at, authority_id=self.authorities[at].id)

    @property
    def viewers(self) -> list[Viewer]:
        return [PUBLIC_VIEWER, ADMINISTRATOR, self.applicant(), self.reviewer(), self.reviewer(1)]


async def fill(unit: Unit, *, registrations: int, stages: int) -> World:
    world, random = World(), Random(SEED)
    for index in range(PERSONS):
        world.persons.append(await Person.create(name=f"王{index}'\n\"", real_name_verified=index % 2 == 0))
    for index in range(AUTHORITIES):
        world.authorities.append(
            await Authority.create(
                name=f"机构{index}",
                kind=AuthorityKind.CORPS if index else AuthorityKind.MINISTRY,
                professions=["FIRE_ENGINEER"],
                stages=[],
            )
        )
    for index in range(registrations):
        await _registration(world, random, index, stages)
    return world


async def _registration(world: World, random: Random, index: int, stages: int) -> None:
    case = await Registration.create(
        profession="FIRE_ENGINEER",
        kind=RegistrationKind.INITIAL,
        state=random.choice(list(RegistrationState)[:4]),
        edition=random.choice(["2021", "2023", "O'Neil"]),
        version=random.randint(1, 3),
        number=None if index % 3 == 0 else f"苏{index % 2}{index:04d}",
        name=random.choice([None, "李%", "李_a", "张A"]),
        applicant=random.choice(world.persons),
        authority=random.choice([None, *world.authorities]),
        updated_at=FIRST_MOMENT + timedelta(seconds=random.randint(0, 5), microseconds=random.choice([0, 7])),
    )
    world.registrations.append(case)
    for place in range(stages):
        world.stages.append(
            await RegistrationStage.create(registration=case, place=place, kind=StageKind.ACCEPTANCE)
        )


Filled = Callable[..., Awaitable[World]]


@pytest.fixture
def filled() -> Filled:
    """Fills the open database; gives what is in it."""

    async def make(registrations: int = 40, stages: int = 2) -> World:
        done = await unit_of_work(fill)(ADMINISTRATOR, registrations=registrations, stages=stages)
        return done.value

    return make


async def ask(viewer: Viewer, query: str, **variables: Any) -> dict[str, Any]:
    """The data of a query that must not fail."""
    result = await SCHEMA.execute(query, variables, Context(viewer=viewer, cursors=CURSORS))
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


async def refused(viewer: Viewer, query: str, **variables: Any) -> tuple[str, str]:
    """Code and message of the one error that a query must give."""
    result = await SCHEMA.execute(query, variables, Context(viewer=viewer, cursors=CURSORS))
    assert result.errors is not None
    (error,) = result.errors
    assert error.extensions
    return error.extensions["code"], error.message


class Statements:
    """Counts what is read, by plans and by graphql-core's way, from where it is made."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        for module in (run, lots):
            patch.setattr(module, "in_snapshot", self._by_plans)
        connection = Tortoise.get_connection(READER)
        real = connection.execute_query_dict

        async def counted(query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
            self.texts.append(query)
            return await real(query, values)

        patch.setattr(connection, "execute_query_dict", counted)
        if isinstance(connection, ImmediateSqliteClient):
            at_once = connection.at_once

            def counted_at_once(text: str, values: Sequence[Any]) -> list[Any]:
                self.texts.append(text)
                return at_once(text, values)

            patch.setattr(connection, "at_once", counted_at_once)

    async def _by_plans(self, work: Work[T], *, single: bool = False) -> T:
        def noted(read: Read) -> Coroutine[Any, Any, T]:
            async def counted(statement: Statement) -> Sequence[Record]:
                self.texts.append(statement.text)
                return await read(statement)

            return work(counted)

        return await in_snapshot(noted, single=single)

    def __len__(self) -> int:
        return len(self.texts)
