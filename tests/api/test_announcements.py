"""Announcements as pages, and the list of a batch as PDF and XLSX, as people meet them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest

from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.steps.sessions import Origin, open_session
from models.people.tables import Account, Session
from models.registration.batches.tables import Batch
from tests.batch_story import (
    ANNOUNCING,
    FINAL,
    FIRST,
    NOTICE,
    batch_desk,
    batch_of,
    case_at,
    go_by_batches,
    run,
)
from tests.factories import Desk, Story, passes
from tests.printing.reading import text_of
from tests.server import serving

HTML = {"accept": "text/html"}


@unit_of_work
async def signs_in(unit: Unit, *, account_id: int) -> Session:
    return await open_session(unit, await Account.get(id=account_id), Origin())


@dataclass
class Site:
    """A running service with an announcement of two people, and a batch that is still collecting."""

    client: httpx.AsyncClient
    at: Desk
    stories: list[Story]
    announced: Batch
    collecting: Batch

    async def cover(self, viewer: Viewer, form: str) -> httpx.Response:
        assert viewer.account_id is not None
        token = (await signs_in(SYSTEM_VIEWER, account_id=viewer.account_id)).value.token
        headers = {"authorization": f"Bearer {token}"}
        return await self.client.get(f"/batches/{self.collecting.global_id}/cover.{form}", headers=headers)


@pytest.fixture
async def site(sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Site]:
    go_by_batches(monkeypatch)
    at = await batch_desk()
    stories = [await case_at(FIRST, at) for _ in range(2)]
    await run(at, FIRST)
    for story in stories:
        await passes(story, FINAL)
    announced = await run(at, ANNOUNCING)
    await case_at(FIRST, at)
    collecting = await batch_of(at, FIRST)
    with serving(sqlite, tmp_path, WHOLE_SCHEMA="1") as server:
        async with httpx.AsyncClient(base_url=server.http, timeout=60) as client:
            yield Site(client, at, stories, announced, collecting)


@pytest.mark.requirement("S4-4")
async def test_anybody_reads_and_searches_announcements_without_signing_in(site: Site) -> None:
    listing = (await site.client.get("/announcements", headers=HTML)).text
    address = f"/announcements/{site.announced.global_id}"
    assert f'href="{address}"' in listing
    assert ">2人<" in listing
    shown = (await site.client.get(address, headers=HTML)).text
    assert NOTICE in shown and shown.count("王*宁") == 2 and "制证中" in shown
    assert "王海宁" not in shown
    for asked, count in (("王海宁", 2), ("海", 0), (str(site.stories[0].case.number), 1), ("安澜", 2)):
        for path in ("/announcements", address):
            found = (await site.client.get(path, params={"q": asked}, headers=HTML)).text
            assert found.count("王*宁") == count, (path, asked)
    odd = (await site.client.get("/announcements", params={"q": "<b>"}, headers=HTML)).text
    assert "&lt;b&gt;" in odd and "<b>" not in odd


async def test_what_is_not_announced_has_no_page(site: Site) -> None:
    for hidden in (site.collecting.global_id, "bat_99", "reg_1", "nonsense"):
        answer = await site.client.get(f"/announcements/{hidden}", headers=HTML)
        assert answer.status_code == 404 and "没有这期公告" in answer.text
    for after in ("x", "-1", "9" * 30, "²"):
        path = f"/announcements/{site.announced.global_id}"
        assert (await site.client.get(path, params={"after": after}, headers=HTML)).status_code == 200


@pytest.mark.requirement("S4-62")
async def test_the_list_of_a_batch_is_for_its_reviewers_as_pdf_and_xlsx(site: Site) -> None:
    officer = site.at.officers[FIRST]
    printed = await site.cover(officer, "pdf")
    assert printed.headers["content-type"] == "application/pdf"
    text = text_of(printed.content)
    assert f"批次{site.collecting.number}" in text and "王海宁" in text and "1件" in text
    sheet = await site.cover(officer, "xlsx")
    cells = ZipFile(BytesIO(sheet.content)).read("xl/sharedStrings.xml").decode()
    assert "王海宁" in cells and "********" in cells
    applicant = site.stories[0].filer
    for stranger, form in ((applicant, "pdf"), (applicant, "xlsx"), (officer, "csv")):
        assert (await site.cover(stranger, form)).status_code == 404
    assert (await site.client.get(f"/batches/{site.announced.global_id}/cover.pdf")).status_code == 404
