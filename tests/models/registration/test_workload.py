"""The workload: free, held, overdue and done, by reviewer and stage; heads see all, others themselves."""

from datetime import timedelta

from models.kernel.clock import freeze, now
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.workload import DONE_IN, workload
from tests.factories import ROUTE, case, desk, engineer, passes
from tests.registration_story import claimed

PRE, ACC = ROUTE[:2]


async def seen(viewer: Viewer) -> dict[tuple[int | None, str], tuple[int, int, int]]:
    return {(one.reviewer_id, one.stage): (one.open, one.overdue, one.done) for one in await workload(viewer)}


async def test_who_has_how_much(database: str) -> None:
    at = await desk()
    first, second, third = [await case(at=at) for _ in range(3)]
    pre, acc = at.officers[PRE], at.officers[ACC]
    await passes(first, PRE)
    await claimed(second, pre)
    expected = {(None, PRE): (1, 0, 0), (pre.reviewer_id, PRE): (1, 0, 1), (None, ACC): (1, 0, 0)}
    assert await seen(at.head) == expected
    assert await seen(pre) == expected
    assert await seen(acc) == {(None, PRE): (1, 0, 0), (None, ACC): (1, 0, 0)}
    due = (await third.item()).due_at
    with freeze(due + timedelta(seconds=1)):
        assert (await seen(at.head))[None, PRE] == (1, 1, 0)
    with freeze(now() + DONE_IN + timedelta(days=1)):
        assert (await seen(at.head))[pre.reviewer_id, PRE][2] == 0


async def test_nobody_else_learns_it(sqlite: str) -> None:
    await case()
    elsewhere = await desk(short_name="川", region_code="510000")
    for stranger in (PUBLIC_VIEWER, await engineer(), elsewhere.head):
        assert await seen(stranger) == {}
