"""The whole story by clicking: the applicant at a telephone, the reviewers at their desks, all at once."""

import re
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Opens
from tests.browser.desk import Reviewer
from tests.browser.visitor import Visitor
from tests.browser.wizard import Applicant
from tests.journeys.cast import ACCEPTOR, CERTIFICATE_MAKER, DECIDER, EXAMINER, PRE_EXAMINER

NUMBER = re.compile(r"^苏消注 \d{4}-\d{6}$")
CUT_SECONDS = 10.0
PLACE = "[document.activeElement.textContent, Math.round(scrollY)]"
BEFORE = ["已提交申请", "正在预审", "受理", "审查", "作出决定", "制证与领取"]
AFTER = ["已提交申请", "预审通过", "正在受理", "审查", "作出决定", "制证与领取"]
STAGES = ((ACCEPTOR, "受理通过"), (EXAMINER, "审查通过"), (DECIDER, "准予注册"))


@pytest.mark.requirement("S0-4", "S0-6", "S0-20", "S0-23", "S0-45")
def test_two_browsers_from_the_front_page_to_the_verified_certificate(opens: Opens) -> None:
    person, officer = Applicant(opens(PHONE)), Reviewer(opens(), PRE_EXAMINER)
    officer.come_in()
    number = apply(person)
    officer.show_arrivals()
    officer.claim(number)
    home_shows(person, "审查中")

    officer.remark("岗位", "岗位与劳动合同不一致")
    officer.send_back()
    person.at.sees("需要您补正 1 处")
    correct(person)

    officer.at.go("/desk")
    officer.claim(number)
    away_while(person, lambda: officer.pass_on("预审通过"))
    for mobile, button in STAGES:
        reviewer = Reviewer(opens(), mobile)
        reviewer.come_in()
        reviewer.claim(number)
        reviewer.pass_on(button)
    home_shows(person, "准予注册")
    issue(Reviewer(opens(), CERTIFICATE_MAKER), number)
    certificate_is_genuine(person, opens())
    for visitor in (person.at, officer.at):
        assert visitor.faults == []


def apply(person: Applicant) -> str:
    """Fill in, set a password, submit; gives the receipt number."""
    person.arrive()
    person.fill_in()
    person.submit()
    person.set_password()
    person.submit()
    person.at.sees_heading("申请已提交")
    person.at.sees("这是申请回执，不是注册证。")
    return person.at.page.get_by_text(NUMBER).first.inner_text()


def home_shows(person: Applicant, state: str) -> None:
    person.at.go("/home")
    person.at.sees(state)


def correct(person: Applicant) -> None:
    """From the amber band to the field that the remark names, and back to the same stage."""
    person.at.page.get_by_text("去补正").click()
    person.at.sees_heading("审核意见")
    person.at.page.get_by_text("去补正").click()
    person.at.page.wait_for_url("**/edit/**")
    person.at.sees("岗位与劳动合同不一致")
    person.at.write("岗位", "消防设施检测员（高级）")
    person.next("照片与材料")
    person.next("选择机构")
    person.next("检查并提交")
    person.submit("补正后提交")
    person.at.sees_heading("补正已提交")


def away_while(person: Applicant, act: Callable[[], None]) -> None:
    """The telephone loses its network for ten seconds, in which somebody acts. Afterwards the page has all of it,
    and has moved nothing: neither the order of the steps, nor the focus, nor the place."""
    page = person.at.page
    person.at.go("/home")
    person.at.sees("正在预审")
    expect(page.get_by_text("实时更新")).to_be_visible()
    page.get_by_role("link", name="联系方式").focus()
    place = page.evaluate(PLACE)
    person.at.context.set_offline(True)
    back_at = time.monotonic() + CUT_SECONDS
    expect(page.get_by_text("离线", exact=True)).to_be_visible()
    person.at.sees("没有网络。填写的内容存在本机")
    act()
    page.wait_for_timeout(max(0.0, back_at - time.monotonic()) * 1000)
    assert steps_of(page) == BEFORE
    person.at.context.set_offline(False)
    person.at.sees("已恢复，补上 1 条更新，没有遗漏。")
    expect(page.get_by_text("实时更新")).to_be_visible()
    expect(page.locator(".timeline .step.now .step-title")).to_contain_text("正在受理")
    assert steps_of(page) == AFTER
    assert page.evaluate(PLACE) == place


def steps_of(page: Page) -> list[str]:
    return [title.split("\n")[0] for title in page.locator(".timeline .step-title").all_inner_texts()]


def issue(reviewer: Reviewer, number: str) -> None:
    reviewer.come_in()
    reviewer.claim(number)
    reviewer.pass_on("制证")


def certificate_is_genuine(person: Applicant, stranger: Visitor) -> None:
    """The holder finds it at home without asking; a stranger sees on the page behind its code that it is valid."""
    person.at.sees("审核完成")
    person.at.go("/inbox")
    for told in ("申请已提交", "退回补正", "预审已通过", "准予注册", "已制发"):
        person.at.sees(told)
    person.at.go("/certificates")
    person.at.sees("有效")
    person.at.page.get_by_role("link", name="一级注册消防工程师").click()
    person.at.page.wait_for_url("**/certificates/**")
    link = person.at.page.locator("a[href*='/verify/']").first.get_attribute("href")
    assert link
    stranger.go(urlsplit(link).path)
    stranger.sees("有效")
    stranger.sees(person.who.name)
    stranger.sees("南京青砚消防技术服务有限公司")
