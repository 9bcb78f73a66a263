"""Chromium, the built web app, and one site for all browser tests."""

import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from api.dev import web
from api.dev.paths import ROOT, WEB_OUTPUT
from tests.browser.visitor import Visitor
from tests.server import Server
from tests.sites import site

CHROMIUM = "/usr/bin/chromium"
PHONE, DESK = (390, 844), (1280, 800)
PICTURES = ROOT / "test-results"
PATIENCE_MS = 15_000
STASH = pytest.StashKey[list[Visitor]]()

Opens = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """It serves a copy of the built app, which a test may replace as a deploy does."""
    web.build()
    folder = tmp_path_factory.mktemp("site")
    copy = shutil.copytree(WEB_OUTPUT, folder / "web")
    with site("sqlite", folder, holders=True, WEB_DIR=str(copy)) as running:
        yield running


@pytest.fixture(scope="package")
def chromium(server: Server) -> Iterator[Browser]:
    """After the server, and closed with the package: while it is open, no other loop can run in this thread."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture
def opens(chromium: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Opens]:
    """`opens()` gives somebody at a desk, `opens(PHONE)` at a telephone; each with cookies of their own."""
    visitors: list[Visitor] = request.node.stash.setdefault(STASH, [])

    def open_(size: tuple[int, int] = DESK) -> Visitor:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="zh-CN", timezone_id="Asia/Shanghai"
        )
        context.set_default_timeout(PATIENCE_MS)
        visitor = Visitor(context, context.new_page(), server.http)
        visitor.watch()
        visitors.append(visitor)
        return visitor

    yield open_
    for visitor in visitors:
        visitor.context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call" and report.failed:
        visitors = item.stash.setdefault(STASH, [])
        for number, visitor in enumerate(visitors):
            PICTURES.mkdir(exist_ok=True)
            with suppress(Error):  # the browser itself may be what failed
                visitor.page.screenshot(path=PICTURES / f"{item.name}-{number}.png")
    return report
