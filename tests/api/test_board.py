"""Notices and the search as pages, and the bound on look-ups, as a stranger meets them."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from models.noticeboard.kinds import NoticeState
from models.people.throttle import BOUNDS, Act
from tests.noticeboard import posted
from tests.server import serving

HTML = {"accept": "text/html"}
LOOKUPS = BOUNDS[Act.LOOKUP_FROM_ADDRESS]
LINK = re.compile(r'datetime="([\d-]+)">.*?<a href="(/notices/not_\d+)">(.*?)</a>')
FIRST_DAY = datetime(2026, 1, 1, 4, tzinfo=UTC)


@pytest.fixture
async def stranger(sqlite: str, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Twenty-two notices are published, a day apart; one is a draft and one was taken down."""
    for day in range(22):
        await posted(f"第{day}号公告", at=FIRST_DAY + timedelta(days=day))
    await posted("草稿", at=FIRST_DAY, state=NoticeState.DRAFT)
    await posted("已撤下的公告", at=FIRST_DAY, state=NoticeState.WITHDRAWN)
    with serving(sqlite, tmp_path) as server:
        async with httpx.AsyncClient(base_url=server.http, headers=HTML, follow_redirects=True) as client:
            yield client


@pytest.fixture
async def certified(sqlite: str, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The whole program, over a site without certificates."""
    with serving(sqlite, tmp_path, WHOLE_SCHEMA="1") as server:
        headers = {"accept": "application/json", "x-zhiye-web": "1"}
        async with httpx.AsyncClient(base_url=server.http, headers=headers) as client:
            yield client


@pytest.mark.requirement("S0-3")
async def test_published_notices_are_listed_by_date_page_by_page(stranger: httpx.AsyncClient) -> None:
    page = (await stranger.get("/notices")).text
    older = re.search(r'href="(/notices\?before=not_\d+)"', page)
    assert older
    shown = LINK.findall(page) + LINK.findall((await stranger.get(older[1])).text)
    assert [heading for _, _, heading in shown] == [f"第{day}号公告" for day in reversed(range(22))]
    assert (shown[0][0], shown[-1][0]) == ("2026-01-22", "2026-01-01")


async def test_a_notice_is_shown_by_paragraphs_and_escaped_unless_it_is_not_public(
    stranger: httpx.AsyncClient,
) -> None:
    page = (await stranger.get("/notices/not_1")).text
    assert "<h1>第0号公告</h1>" in page and "<p>第二段 &lt;b&gt;</p>" in page
    for hidden in ("not_23", "not_24", "not_99", "reg_1", "nonsense"):
        answer = await stranger.get(f"/notices/{hidden}")
        assert answer.status_code == 404 and "没有这则公告" in answer.text


@pytest.mark.requirement("S0-3")
async def test_the_search_finds_notices_and_says_when_there_is_nothing(stranger: httpx.AsyncClient) -> None:
    found = (await stranger.get("/search", params={"q": " 第7号 "})).text
    assert [heading for _, _, heading in LINK.findall(found)] == ["第7号公告"]
    for wanted in ("100%", "草稿", "<script>"):
        nothing = (await stranger.get("/search", params={"q": wanted})).text
        assert "也没有这个编号的注册证" in nothing and not LINK.findall(nothing) and "<script>" not in nothing


async def test_one_address_looks_up_so_often_and_is_told_when_to_go_on(stranger: httpx.AsyncClient) -> None:
    """Two windows' worth of tries: however the clock stands, one window is filled."""
    answers = [await stranger.get("/verify/nothing") for _ in range(2 * LOOKUPS.limit + 1)]
    assert {answer.status_code for answer in answers} == {404, 429}
    told = next(answer for answer in answers if answer.status_code == 429)
    assert "查询过于频繁" in told.text and "这个网络地址一分钟内最多查验 60 次" in told.text
    assert 1 <= int(told.headers["retry-after"]) <= LOOKUPS.window.total_seconds()


async def test_programs_are_told_the_bound_as_data(stranger: httpx.AsyncClient) -> None:
    for _ in range(2 * LOOKUPS.limit + 1):
        answer = await stranger.get("/search?q=x", headers={"accept": "application/json"})
        if answer.status_code == 429:
            break
    (error,) = answer.json()["errors"]
    assert error["code"] == "LIMIT_REACHED" and error["message"].startswith("这个网络地址")


async def test_the_graph_counts_look_ups_with_the_pages(certified: httpx.AsyncClient) -> None:
    aliases = " ".join(f'a{number}: verifyCertificate(code: "x{number}") {{ state }}' for number in range(10))
    codes = set()
    for _ in range(2 * LOOKUPS.limit // 10 + 1):
        answer = await certified.post("/graphql", json={"query": f"{{ {aliases} }}"})
        codes |= {error["extensions"]["code"] for error in answer.json().get("errors", [])}
    assert codes == {"TOO_COSTLY"}
