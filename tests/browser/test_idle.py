"""Signed out after a while without a request: said two minutes before, and what was typed is there again (D-12)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import DESK, PATIENCE_MS
from tests.browser.made import Made, made
from tests.browser.visitor import Visitor
from tests.server import Server
from tests.sites import site

IDLE_MINUTES = 3
POST = "消防设施检测员（临退）"


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site where a session lives three minutes without a request."""
    with site("sqlite", tmp_path_factory.mktemp("short"), IDLE_MINUTES=str(IDLE_MINUTES)) as running:
        yield running


@pytest.fixture
def visitor(chromium: Browser, short: Server) -> Iterator[Visitor]:
    """With a clock that the test moves; the server's own goes on as usual."""
    context = chromium.new_context(viewport={"width": DESK[0], "height": DESK[1]}, locale="zh-CN")
    context.set_default_timeout(PATIENCE_MS)
    found = Visitor(context, context.new_page(), short.http)
    found.watch()
    found.page.clock.install()
    yield found
    context.close()


@pytest.mark.requirement("D-12", "S2-28")
def test_the_page_warns_stays_on_a_press_and_else_saves_and_signs_out(
    visitor: Visitor, short: Server
) -> None:
    content = made(short)
    visitor.sign_in(content.newcomer, Made.password)
    visitor.go(f"/registrations/{content.draft}/edit/employment")
    field = visitor.page.get_by_label("岗位")
    expect(field).to_be_visible()
    dialog = visitor.page.get_by_role("dialog", name="将要自动退出")
    expect(dialog).to_have_count(0)

    pass_time(visitor, "01:05")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="继续使用").click()
    expect(dialog).to_have_count(0)

    kept_back = [True]
    visitor.page.route("**/graphql", lambda route: answer(route, refuse_saves=kept_back[0]))
    field.fill(POST)
    pass_time(visitor, "01:05")
    expect(dialog).to_be_visible()
    kept_back[0] = False
    visitor.page.clock.fast_forward("02:00")
    visitor.page.wait_for_url(re.compile(r"/sign-in\?done=idle"))
    visitor.sees("已自动退出")
    visitor.go("/home")
    visitor.page.wait_for_url(re.compile("/sign-in"))

    visitor.sign_in(content.newcomer, Made.password)
    visitor.go(f"/registrations/{content.draft}/edit/employment")
    expect(visitor.page.get_by_label("岗位")).to_have_value(POST)
    assert visitor.faults == []


def pass_time(visitor: Visitor, minutes: str) -> None:
    """Once nothing is being fetched: an answer from before would be taken for one of the new time."""
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.clock.fast_forward(minutes)


def answer(route: Route, *, refuse_saves: bool) -> None:
    """A network that loses what saves the draft, for as long as the test says."""
    if refuse_saves and "saveRegistration(" in (route.request.post_data or ""):
        route.abort()
    else:
        route.continue_()
