"""A page of the queue, or of the cases in one state, is read in the order of an index: nothing is sorted to find it."""

from enum import Enum
from typing import Any

import pytest

from models.kernel.dialect import dialect
from models.kernel.orm import reader
from models.kernel.viewer import Grant, Viewer, ViewerKind
from models.registration.kinds import ClaimState, RegistrationState
from models.registration.reads import queue_of
from schema.plans import statement
from schema.plans.binding import bound
from schema.plans.narrowing import narrowed
from schema.plans.paging import Window, order_of
from schema.plans.source import Paged
from schema.registration.filters import WorkFilter, WorkOrder
from schema.registration.types import Registration, WorkItem
from schema.registration_filters import RegistrationFilter, RegistrationOrder

OFFICER = Viewer(
    ViewerKind.REVIEWER,
    account_id=1,
    reviewer_id=1,
    authority_id=1,
    grants=(Grant("ACCEPTOR", "FIRE_ENGINEER", ("32",)), Grant("EXAMINER", "FIRE_ENGINEER", ("32",))),
)
OPEN = [ClaimState.FREE, ClaimState.HELD]
LISTS: list[tuple[type, Any, Enum]] = [
    *((WorkItem, WorkFilter(states=states), order) for states in (OPEN, OPEN[:1]) for order in WorkOrder),
    *(
        (Registration, RegistrationFilter(states=[state]), order)
        for state in (RegistrationState.IN_REVIEW, RegistrationState.RETURNED)
        for order in (RegistrationOrder.OLDEST, RegistrationOrder.NEWEST)
    ),
]


@pytest.mark.parametrize(("type_", "chosen", "order"), LISTS)
async def test_a_page_is_read_from_an_index(database: str, type_: type, chosen: Any, order: Enum) -> None:
    rows = bound(type_)
    source = Paged(link=None, order=type(order), mine=queue_of if type_ is WorkItem else None)
    conditions = narrowed(rows.model, source, OFFICER, None, chosen)
    page = statement.page(
        statement.level(rows, OFFICER, *conditions), Window(order_of(rows.model, order), 51)
    )
    steps = await explained(page)
    assert not [step for step in steps if "SORT" in step.upper() or "TEMP B-TREE" in step], steps
    assert any("INDEX" in step.upper() for step in steps), steps


async def explained(asked: statement.Statement) -> list[str]:
    """The database's plan, line by line. PostgreSQL is told to sort only where no index gives the order."""
    if not dialect().postgres:
        rows = await reader().execute_query_dict(f"explain query plan {asked.text}", asked.values)
        return [row["detail"] for row in rows]
    async with reader().acquire_connection() as connection, connection.transaction():
        for way in ("seqscan", "bitmapscan", "sort"):
            await connection.execute(f"set local enable_{way} = off")
        return [row[0] for row in await connection.fetch(f"explain {asked.text}", *asked.values)]
