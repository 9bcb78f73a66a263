"""Every page, at a telephone and at a desk: axe-core finds nothing, and nothing scrolls sideways at 320 pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from api.demo.known import PASSWORD
from tests.browser.axe import violations
from tests.browser.conftest import DESK, PHONE, Opens
from tests.browser.made import Made, later_draft, made
from tests.browser.visitor import Visitor
from tests.holders import CHANGES, LEAVES, LOST, Holder
from tests.journeys.cast import ACCEPTOR, EXAMINER, PRE_EXAMINER
from tests.server import Server

NARROWEST = {"width": 320, "height": 700}
SCROLLS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
"""Content of a page may scroll in its own box; the page may not."""

PUBLIC = (
    *("/", "/fire-engineer", "/sign-in", "/sign-in?door=initial", "/sign-in/recover", "/nowhere"),
    *("/sign-in/holder", "/sign-in/identity", "/sign-in/link", "/sign-in/link?id=cha_1&code=x"),
    *("/verify", "/announcements", "/announcements/bat_99", "/notices", "/notices/not_1", "/notices/not_99"),
    *("/search?q=没有这个词", "/outbox", "/contacts", "/contacts?q=没有", "/forms", "/notices?kind=NOTES"),
)
PERSON = (
    *("/home", "/registrations", "/registrations/new", "/certificates", "/inbox"),
    *("/me", "/me/complete", "/me/identity", "/me/corrections", "/history", "/me/email?id=cha_1&code=x"),
)
OF_A_DRAFT = ("edit/pledge", "edit/basic", "edit/employment", "edit/materials", "edit/authority", "check")
REVIEWER = (
    *("/desk", "/desk/mine", "/desk/returned", "/desk/workload", "/desk/certificates", "/batches"),
    *("/desk/revocations", "/desk/revocations/rvk_99", "/desk/inbox"),
)


@dataclass(frozen=True)
class Pages:
    """Who opens which pages."""

    login: str | None
    paths: tuple[str, ...]


@pytest.fixture(scope="module")
def content(server: Server) -> Made:
    """One person with a draft and, from before, a certificate; a case at the first stage."""
    return made(server)


def pages_of(who: str, content: Made) -> Pages:
    if who == "public":
        return Pages(None, (*PUBLIC, f"/verify/{content.verify_code}"))
    if who == "applicant":
        draft = tuple(f"/registrations/{content.draft}/{page}" for page in OF_A_DRAFT)
        return Pages(content.newcomer, (*PERSON, *draft))
    if who == "holder":
        granted = f"/registrations/{content.granted}"
        return Pages(
            content.holder, ("/home", granted, f"{granted}/receipt", f"/certificates/{content.certificate}")
        )
    if who == "examiner":
        return Pages(EXAMINER, ("/desk",))
    if who == "acceptor":
        return Pages(ACCEPTOR, ("/desk/recoveries", "/desk/corrections"))
    return Pages(PRE_EXAMINER, (*REVIEWER, f"/cases/{content.filed}"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
@pytest.mark.parametrize("who", ["public", "applicant", "holder", "reviewer", "examiner", "acceptor"])
def test_axe_finds_nothing(opens: Opens, content: Made, who: str, size: tuple[int, int]) -> None:
    visitor = opens(size)
    found = {
        f"{path} at {width}": problems
        for path, width, problems in walked(visitor, pages_of(who, content), size[0])
        if problems
    }
    assert found == {}
    assert visitor.faults == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
@pytest.mark.parametrize(
    "later",
    [
        (CHANGES, "CHANGE", "changes"),
        (LOST, "REISSUE", "reissue"),
        (LEAVES, "DEREGISTRATION", "deregistration"),
    ],
)
def test_axe_finds_nothing_on_the_pages_of_later_kinds(
    opens: Opens,
    server: Server,
    drafts: dict[str, str],
    later: tuple[Holder, str, str],
    size: tuple[int, int],
) -> None:
    whose, kind, page = later
    if kind not in drafts:
        drafts[kind] = later_draft(server, whose, kind)
    visitor = opens(size)
    visitor.sign_in(whose.who.mobile, PASSWORD)
    found = walked(visitor, Pages(None, (f"/registrations/{drafts[kind]}/edit/{page}",)), size[0])
    assert {f"{path} at {width}": problems for path, width, problems in found if problems} == {}
    assert visitor.faults == []


@pytest.fixture(scope="module")
def drafts() -> dict[str, str]:
    """Kind to the id of a draft that is there already."""
    return {}


def walked(visitor: Visitor, pages: Pages, width: int) -> Iterator[tuple[str, int, list[str]]]:
    """What is wrong with each page."""
    if pages.login:
        visitor.sign_in(pages.login, content_password(pages.login))
    for path in pages.paths:
        visitor.go(path)
        settled(visitor)
        yield path, width, violations(visitor)
        if width == PHONE[0]:
            yield path, NARROWEST["width"], sideways(visitor)


def settled(visitor: Visitor) -> None:
    """Its heading is there, and nothing is still being fetched."""
    expect(visitor.page.locator("h1:visible").first).to_be_attached()
    expect(visitor.page.locator(".skeleton, [aria-busy=true]")).to_have_count(0)


def sideways(visitor: Visitor) -> list[str]:
    visitor.page.set_viewport_size({"width": NARROWEST["width"], "height": NARROWEST["height"]})
    scrolls = visitor.page.evaluate(SCROLLS)
    visitor.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    return ["the page scrolls sideways"] if scrolls else []


def content_password(login: str) -> str:
    return PASSWORD if login.startswith("138000") else Made.password
