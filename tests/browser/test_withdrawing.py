"""Taking a case back, seen from both sides at once: the page moves by itself when somebody claims, asks or answers."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Opens
from tests.browser.desk import Reviewer
from tests.browser.visitor import Visitor
from tests.journeys.applicant import Applicant, Facts
from tests.journeys.cast import PRE_EXAMINER
from tests.journeys.client import visiting
from tests.journeys.entering import open_account
from tests.journeys.filling import fill_in
from tests.server import Server

STEPS = ".timeline .step-title"


@dataclass(frozen=True)
class Filed:
    """A case handed in by somebody with a password."""

    mobile: str
    id: str
    number: str


def filed(server: Server) -> Filed:
    """In a thread: the browser's own loop runs in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, _file(server)).result()


async def _file(server: Server) -> Filed:
    async with visiting(server.http) as client:
        who = Facts()
        await open_account(client, who.mobile, who.password)
        person = Applicant(client, who)
        await fill_in(person)
        case = await person.submit()
        return Filed(who.mobile, case["id"], case["number"])


def comes_to_case(opens: Opens, case: Filed) -> Visitor:
    person = opens(PHONE)
    person.sign_in(case.mobile, Facts.password)
    person.go(f"/registrations/{case.id}")
    expect(person.button("撤回申请")).to_be_visible()
    return person


def in_dialog(at: Visitor, button: str, reason: str | None = None) -> None:
    dialog = at.page.get_by_role("dialog")
    if reason is not None:
        dialog.get_by_label("理由").fill(reason)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_be_hidden()


@pytest.mark.requirement("D-14")
def test_before_a_claim_it_is_withdrawn_at_once_and_the_page_says_so_in_place(
    opens: Opens, server: Server
) -> None:
    person = comes_to_case(opens, filed(server))
    person.press("撤回申请")
    in_dialog(person, "撤回申请", "合同要重签")
    expect(person.page.get_by_role("status").filter(has_text="您已撤回这件申请")).to_be_visible()
    expect(person.page.locator(STEPS)).to_have_text(["已提交申请", re.compile("^预审：已撤回")])
    assert person.faults == []


@pytest.mark.requirement("D-14")
def test_after_a_claim_it_is_asked_for_denied_asked_again_and_allowed(opens: Opens, server: Server) -> None:
    case = filed(server)
    person, officer = comes_to_case(opens, case), Reviewer(opens(), PRE_EXAMINER)
    officer.come_in()
    officer.claim(case.number)
    expect(person.button("申请撤回")).to_be_visible()
    expect(person.button("撤回申请")).to_be_hidden()

    person.press("申请撤回")
    in_dialog(person, "申请撤回", "要换聘用单位")
    person.sees("等待审核人员答复")
    officer.at.sees("申请人申请撤回这件申请")
    officer.at.sees("要换聘用单位")
    officer.at.press("不同意撤回…")
    in_dialog(officer.at, "不同意撤回", "今天即可办结")
    person.sees("没有同意撤回")
    person.sees("今天即可办结")

    person.press("申请撤回")
    in_dialog(person, "申请撤回", "合同已解除")
    officer.at.press("同意撤回…")
    in_dialog(officer.at, "同意撤回")
    person.sees("您已撤回这件申请")
    officer.at.sees("这件申请已撤回。")
    for visitor in (person, officer.at):
        assert visitor.faults == []
