"""Pages put together of answers given before: never another answer than the rows would give now, for no viewer."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any

import orjson
import pytest
from graphql import parse

from models.authorities.tables import Authority
from models.kernel.clock import TimeAsked, now, timeless
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people.tables import Person
from models.registration.kinds import StageKind, StageState
from models.registration.tables import Registration, RegistrationStage
from schema.common.context import Context
from schema.plans import pieces
from schema.plans.answering import answered
from schema.plans.pieces import Pieces
from schema.plans.variants import Operation
from tests.schema.plans.area import SCHEMA
from tests.schema.plans.conftest import ADMINISTRATOR, CURSORS, Filled, Statements, World, ask

PAGE = """query($first: Int!, $after: String) { registrations(first: $first, after: $after, orderBy: OLDEST) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id number state updatedAt applicant { id name } filer { name } authority { id name }
        stages { id place kind } basic { name masked } }
}}"""


UNSETTLED = (
    "weight",
    "lastStage { place }",
    "authorities { id }",
    "applicant { registrations(first: 1) { totalCount } }",
)


async def both_ways(operation: Operation, viewer: Viewer, **variables: Any) -> Any:
    """The answer, which must be the same both ways."""
    found = await answered(operation, variables, Context(viewer=viewer, cursors=CURSORS))
    planned = orjson.loads(orjson.dumps(found))
    assert planned == await ask(viewer, PAGE, **variables), viewer
    return planned


def pieces_of(operation: Operation, viewer: Viewer) -> Pieces:
    plan = operation.plan(operation.binder.bind({"first": 1}).values, viewer)
    found = plan.fetches[0].pieces
    assert isinstance(found, Pieces)
    return found


Change = Callable[[Unit, World, Random], Awaitable[object]]


async def renamed(unit: Unit, world: World, random: Random) -> None:
    row = await Person.get(id=random.choice(world.persons).id)
    row.name = f"王{random.random()}"
    await row.store("name")


async def hidden(unit: Unit, world: World, random: Random) -> None:
    row = await Person.get(id=random.choice(world.persons).id)
    row.real_name_verified = not row.real_name_verified
    await row.store("real_name_verified")


async def moved(unit: Unit, world: World, random: Random) -> None:
    row = await Registration.get(id=random.choice(world.registrations).id)
    row.authority_id = random.choice([None, *(one.id for one in world.authorities)])
    await row.store("authority_id")


async def went_on(unit: Unit, world: World, random: Random) -> None:
    row = await RegistrationStage.filter(registration_id=random.choice(world.registrations).id).first()
    if row:
        row.state, row.kind = random.choice(list(StageState)), random.choice(list(StageKind))
        await row.store("state", "kind")


async def came(unit: Unit, world: World, random: Random) -> None:
    await RegistrationStage.create(
        registration=random.choice(world.registrations),
        place=random.randint(10, 10**6),
        kind=StageKind.DECISION,
    )


async def left(unit: Unit, world: World, random: Random) -> None:
    row = await RegistrationStage.filter(registration_id=random.choice(world.registrations).id).first()
    if row:
        await row.delete()


async def called_otherwise(unit: Unit, world: World, random: Random) -> None:
    row = await Authority.get(id=random.choice(world.authorities).id)
    row.name = f"机构{random.random()}"
    await row.store("name")


CHANGES: tuple[Change, ...] = (renamed, hidden, moved, went_on, came, left, called_otherwise)


@unit_of_work
async def change(unit: Unit, *, world: World, random: Random) -> None:
    await random.choice(CHANGES)(unit, world, random)


async def test_every_change_is_seen_by_everybody_it_concerns(database: str, filled: Filled) -> None:
    world, random = await filled(registrations=30, stages=2), Random("changes")
    operation = Operation(SCHEMA, parse(PAGE), None)
    seen = set[str]()
    for _ in range(60):
        for viewer in world.viewers:
            answer = await both_ways(operation, viewer, first=random.choice((1, 20, 100)))
            seen.add(orjson.dumps(answer).decode())
        await change(ADMINISTRATOR, world=world, random=random)
    assert len(seen) > 60
    assert pieces_of(operation, ADMINISTRATOR).kept


async def test_what_was_answered_before_is_not_read_again(
    database: str, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await filled(registrations=30, stages=2)
    operation = Operation(SCHEMA, parse(PAGE.replace("totalCount", "")), None)
    context = Context(viewer=ADMINISTRATOR, cursors=CURSORS)
    first = orjson.dumps(await answered(operation, {"first": 20}, context))
    statements = Statements(monkeypatch)
    assert orjson.dumps(await answered(operation, {"first": 20}, context)) == first
    page, stamps = statements.texts
    assert '"name"' not in page
    assert " group by " in stamps
    statements.texts.clear()
    await unit_of_work(went_on)(ADMINISTRATOR, world, Random(1))
    await answered(operation, {"first": 20}, context)
    assert len(statements) in {2, 4}  # the changed case may be on another page


async def test_only_answers_that_follow_from_rows_are_kept(sqlite: str, filled: Filled) -> None:
    world = await filled(registrations=3)
    for word in ("", *UNSETTLED):
        operation = Operation(SCHEMA, parse(PAGE.replace("basic {", f"{word} basic {{")), None)
        plan = operation.plan(operation.binder.bind({"first": 1}).values, world.viewers[1])
        assert (plan.fetches[0].pieces is None) is bool(word), word
    edges = Operation(SCHEMA, parse(PAGE.replace("nodes {", "edges { node { id } } nodes {")), None)
    assert edges.plan(edges.binder.bind({"first": 1}).values, ADMINISTRATOR).fetches[0].pieces is None


async def test_what_asks_for_the_time_is_made_anew_each_time(
    sqlite: str, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(registrations=3)
    operation = Operation(SCHEMA, parse(PAGE), None)
    own = pieces_of(operation, ADMINISTRATOR)
    plan = operation.plan(operation.binder.bind({"first": 1}).values, ADMINISTRATOR)
    real = plan.functions[own.function]

    def timely(run: Any) -> Any:
        now()
        return real(run)

    monkeypatch.setitem(plan.functions, own.function, timely)
    for _ in range(2):
        await both_ways(operation, ADMINISTRATOR, first=3)
    assert not own.fits
    assert not any(own.kept.values())


async def test_answers_are_forgotten_before_they_are_too_many(
    sqlite: str, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await filled(registrations=30)
    monkeypatch.setattr(pieces, "MOST_KEPT", 12)
    operation = Operation(SCHEMA, parse(PAGE), None)
    for viewer in (*world.viewers, *world.viewers):
        await both_ways(operation, viewer, first=10)
    assert sum(map(len, pieces_of(operation, ADMINISTRATOR).kept.values())) <= 22


def test_nothing_may_ask_what_time_it_is() -> None:
    before = now()
    with timeless(), pytest.raises(TimeAsked):
        now()
    assert now() - before < timedelta(minutes=1)
