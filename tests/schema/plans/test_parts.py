"""Many statements of one text in one: each part has its own rows in its own order, and nobody else's."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from tortoise.expressions import Q

from models.kernel.viewer import Viewer, ViewerKind
from models.registration.tables import Registration, RegistrationStage
from schema.plans import parts, statement
from schema.plans.binding import bound
from schema.plans.paging import Window, order_of
from schema.plans.snapshot import Read, Record, in_snapshot
from schema.plans.statement import Statement
from tests.schema.plans import area
from tests.schema.plans.conftest import Filled


async def one_by_one_and_together(
    statements: Sequence[Statement],
) -> tuple[list[list[tuple[Any, ...]]], list[list[tuple[Any, ...]]], list[str]]:
    """The rows both ways, and the texts that were run together."""
    asked: list[str] = []

    async def both(read: Read) -> tuple[list[Any], list[Any]]:
        async def noted(one: Statement) -> Sequence[Record]:
            asked.append(one.text)
            return await read(one)

        (text,) = {one.text for one in statements}
        alone = [await read(one) for one in statements]
        return alone, await parts.rows_of_parts(noted, text, [one.values for one in statements])

    alone, together = await in_snapshot(both)
    return _plain(alone), _plain(together), asked


def _plain(found: Sequence[Sequence[Record]]) -> list[list[tuple[Any, ...]]]:
    return [[tuple(row) for row in rows] for rows in found]


def applicants(world: Any) -> list[Viewer]:
    return [world.applicant(number) for number in range(len(world.persons))]


@pytest.mark.parametrize("window", [False, True])
async def test_each_viewer_gets_its_own_stages_in_order(database: str, filled: Filled, window: bool) -> None:
    world = await filled(registrations=40, stages=3)
    keys = [row.id for row in world.registrations]
    rows, order = bound(area.Stage), order_of(RegistrationStage, ("place",))
    statements = []
    for number, viewer in enumerate(applicants(world)):
        level, some = statement.level(rows, viewer, link="registration"), keys[number:]
        if window:
            statements.append(statement.pages(level, "registration", some, Window(order, 2)))
        else:
            statements.append(statement.listed(level, "registration", some, order))
    alone, together, asked = await one_by_one_and_together(statements)
    assert alone == together
    assert sum(map(len, alone)) > 40
    assert len(asked) == 1


async def test_values_of_every_kind_stay_with_their_part(database: str, filled: Filled) -> None:
    world = await filled(registrations=20, stages=0)
    viewer = Viewer(ViewerKind.ADMINISTRATOR, account_id=1)
    moment = datetime(2025, 1, 1, 0, 0, 3, tzinfo=UTC)
    statements = []
    for row in world.registrations:
        only = Q(edition=row.edition, updated_at__gte=min(row.updated_at, moment))
        level = statement.level(bound(area.Registration), viewer, statement.holds(Registration, only))
        statements.append(statement.page(level, Window(order_of(Registration, "id"), 7)))
    alone, together, asked = await one_by_one_and_together(statements)
    assert alone == together
    assert all(alone)
    assert len(asked) == 1


async def test_what_has_no_certain_kind_is_united(database: str, filled: Filled) -> None:
    await filled(registrations=1, stages=0)
    text = statement.holds(Registration, Q(id__in=[]))
    assert text.text == "(1=0)"
    statements = [Statement("select 1 where 1 = 1", [])]
    alone, together, _ = await one_by_one_and_together(statements)
    assert alone == together == [[(1,)]]
    assert parts._columns([[1, None], [2, "a"]]) is None
    assert parts._columns([[["a"]], [["b"]]]) is None
    assert parts._columns([[True], [2]]) is None
