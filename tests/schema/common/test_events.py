"""The feed to poll: what the viewer was told, in order, and where to go on from."""

from typing import Any

from models.kernel.cursor import Cursors
from models.kernel.journal import START, Position
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from schema.common.context import Context
from tests.schema.common.area import SCHEMA, rename
from tests.schema.common.test_mutations import CURSORS, person

FEED = """query($after: Cursor, $first: Int!, $names: [EventName!]) {
  events(after: $after, first: $first, names: $names) {
    events { id name } cursor more resyncRequired } }"""


async def feed(viewer: Viewer, after: str | None, first: int = 2, names: list[str] | None = None) -> Any:
    result = await SCHEMA.execute(
        FEED, {"after": after, "first": first, "names": names}, Context(viewer=viewer, cursors=CURSORS)
    )
    assert result.errors is None, result.errors
    assert result.data
    return result.data["events"]


async def test_a_walk_of_the_feed_gives_every_event_once(sqlite: str) -> None:
    row, viewer = await person()
    _, stranger = await person()
    start = (await feed(viewer, None))["cursor"]
    for number in range(5):
        await rename(viewer, id=row.id, name=f"王{number}{number}")
    walked, after, more = [], start, True
    while more:
        page = await feed(viewer, after)
        walked += [event["id"] for event in page["events"]]
        assert page["resyncRequired"] is False
        after, more = page["cursor"], page["more"]
    assert len(walked) == len(set(walked)) == 5
    assert walked == sorted(walked, key=lambda id_: int(id_.split("_")[1]))

    nothing = await feed(stranger, start, first=100)
    assert (nothing["events"], nothing["more"], nothing["cursor"] != start) == ([], False, True)
    assert (await feed(viewer, start, names=["SESSION_OPENED"]))["events"] == []
    assert len((await feed(viewer, start, 100, ["PASSWORD_CHANGED"]))["events"]) == 5
    assert await feed(viewer, after) == {
        "events": [],
        "cursor": after,
        "more": False,
        "resyncRequired": False,
    }


async def test_a_cursor_of_another_epoch_asks_for_a_new_start(sqlite: str) -> None:
    old = Cursors(CURSORS.secret, epoch=0, horizon=START).write(Position(0, 0))
    page = await feed(PUBLIC_VIEWER, old)
    assert (page["resyncRequired"], page["events"]) == (True, [])


async def test_a_forged_cursor_is_refused(sqlite: str) -> None:
    result = await SCHEMA.execute(
        FEED, {"after": "forged", "first": 1}, Context(viewer=PUBLIC_VIEWER, cursors=CURSORS)
    )
    assert result.errors
    assert result.errors[0].extensions == {"code": "BAD_REQUEST"}


async def test_an_event_is_a_node_for_those_it_was_told_to(sqlite: str) -> None:
    row, viewer = await person()
    start = (await feed(viewer, None))["cursor"]
    await rename(viewer, id=row.id, name="王小明")
    (event,) = (await feed(viewer, start))["events"]
    for asker, wanted in ((viewer, {"id": event["id"]}), (PUBLIC_VIEWER, None)):
        result = await SCHEMA.execute(
            "query($id: ID!) {node(id: $id) {id}}",
            {"id": event["id"]},
            Context(viewer=asker, cursors=CURSORS),
        )
        assert result.data == {"node": wanted}
