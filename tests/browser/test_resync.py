"""A desk that was away longer than the journal is kept: it reads everything anew, says so, and goes on live."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from playwright.sync_api import expect

from models.kernel.database import close_database, open_database
from models.kernel.epochs import move_horizon
from models.kernel.viewer import SYSTEM_VIEWER
from tests.browser.conftest import Opens
from tests.browser.desk import Reviewer
from tests.browser.made import filed
from tests.journeys.cast import PRE_EXAMINER
from tests.server import Server


def test_a_desk_left_behind_by_the_journal_reads_anew_and_goes_on(opens: Opens, server: Server) -> None:
    filed(server)
    officer = Reviewer(opens(), PRE_EXAMINER)
    officer.come_in()
    page = officer.at.page
    rows = page.locator("#queue-rows tr")
    expect(rows.first).to_be_visible()
    before = rows.all_inner_texts()

    officer.at.context.set_offline(True)
    expect(page.get_by_text("离线", exact=True)).to_be_visible()
    filed(server)
    server.kill()
    trim(server)
    server.start()
    officer.at.context.set_offline(False)
    officer.at.sees("内容已重新载入。")
    officer.at.sees("有 1 件新到，点此显示")
    assert rows.all_inner_texts() == before  # what is shown has not moved
    officer.show_arrivals()
    expect(rows).to_have_count(len(before) + 1)

    filed(server)
    officer.at.sees("有 1 件新到，点此显示")
    assert officer.at.faults == []


def trim(server: Server) -> None:
    """What the service does with old entries once an hour, for all that there are."""
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(asyncio.run, _trim(server)).result()


async def _trim(server: Server) -> object:
    await open_database(server.database_url)
    try:
        return (await move_horizon(SYSTEM_VIEWER, keep=timedelta(0))).value
    finally:
        await close_database()
