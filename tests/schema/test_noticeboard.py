"""Notices in the graph: only what is published, for everybody, in order."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from models.noticeboard.kinds import NoticeKind, NoticeState
from tests.noticeboard import posted
from tests.schema.asking import ask

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
NOTICES = """query($filter: NoticeFilter, $after: String) { notices(first: 2, after: $after, filter: $filter) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id kind state heading body publishedAt profession } } }"""


@pytest.fixture
async def board(database: str) -> None:
    """Four are public; the last one written is the oldest."""
    await posted("甲", at=FIRST + timedelta(days=3))
    await posted("乙", at=FIRST + timedelta(days=2), kind=NoticeKind.FORM)
    await posted("丙", at=FIRST + timedelta(days=2))
    await posted("丁 100%", at=FIRST)
    await posted("草稿", at=FIRST, state=NoticeState.DRAFT)
    await posted("撤下", at=FIRST, state=NoticeState.WITHDRAWN)


@pytest.mark.requirement("S0-3")
@pytest.mark.usefixtures("board")
async def test_what_is_published_is_read_by_everybody_newest_first() -> None:
    first = (await ask(PUBLIC_VIEWER, NOTICES))["notices"]
    second = (await ask(PUBLIC_VIEWER, NOTICES, after=first["pageInfo"]["endCursor"]))["notices"]
    shown = [*first["nodes"], *second["nodes"]]
    assert [one["heading"] for one in shown] == ["甲", "丙", "乙", "丁 100%"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (4, True)
    assert second["pageInfo"]["hasNextPage"] is False
    assert (shown[0]["state"], shown[0]["publishedAt"]) == ("PUBLISHED", "2026-01-04T08:00:00+08:00")


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ({"kinds": ["FORM"]}, ["乙"]),
        ({"text": "丁"}, ["丁 100%"]),
        ({"text": "0%"}, ["丁 100%"]),
        ({"text": "第一段", "kinds": ["FORM", "NOTES"]}, ["乙"]),
        ({"profession": "FIRE_ENGINEER"}, []),
        ({"text": "草稿"}, []),
    ],
)
@pytest.mark.usefixtures("board")
async def test_notices_by_filter(filter: dict[str, Any], found: list[str]) -> None:
    nodes = (await ask(PUBLIC_VIEWER, NOTICES, filter=filter))["notices"]["nodes"]
    assert [one["heading"] for one in nodes] == found


@pytest.mark.usefixtures("database")
async def test_a_draft_is_nobodys_to_read() -> None:
    draft = await posted("草稿", at=FIRST, state=NoticeState.DRAFT)
    query = "query($id: ID!) { node(id: $id) { id } }"
    for viewer in (PUBLIC_VIEWER, SYSTEM_VIEWER):
        assert await ask(viewer, query, id=draft.global_id) == {"node": None}
