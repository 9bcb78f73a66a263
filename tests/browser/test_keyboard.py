"""Without a mouse: an applicant submits; a reviewer claims, asks for help, returns and passes."""

import re

from playwright.sync_api import Locator, expect

from api.demo.known import PASSWORD
from tests.browser.conftest import Opens
from tests.browser.hands import HAS_FOCUS, Hands
from tests.browser.made import filed, ready_draft
from tests.browser.test_story import NUMBER
from tests.journeys.cast import PRE_EXAMINER
from tests.server import Server

POST_REMARK = "[data-field='employment.post'] .case-field-act button"
ADDRESS = "江苏省南京市建邺区江东中路2号"


def test_an_application_is_submitted_returned_and_passed_by_keyboard_alone(
    opens: Opens, server: Server
) -> None:
    other = filed(server)
    person, officer = Hands(opens()), Hands(opens())
    number = submits(person, server)
    officer.sign_in(PRE_EXAMINER, PASSWORD)
    officer.at.sees_heading(re.compile("待我审核"))
    claims(officer, row_of(officer, number))
    asks_for_help(officer)
    returns(officer)
    officer.at.go("/desk")
    claims(officer, row_of(officer, other.name).filter(has_not_text=number).last)
    passes(officer)
    assert person.at.faults + officer.at.faults == []


def submits(person: Hands, server: Server) -> str:
    """Goes on with a draft, changes a field, confirms and submits; gives the receipt number."""
    who = ready_draft(server)
    page = person.at.page
    person.sign_in(who.mobile, who.password)
    person.tab_to(page.get_by_role("link", name="继续填写"))
    person.key("Enter")
    person.at.sees_heading("诚信承诺")
    person.press("保存并继续")
    person.at.sees_heading("个人信息")
    person.write(page.get_by_label("通讯地址"), ADDRESS)
    for heading in ("聘用单位", "照片与材料", "选择机构", "检查并提交"):
        person.press("保存并继续")
        person.at.sees_heading(heading)
    person.at.sees(ADDRESS)
    person.tab_to(page.get_by_label("我确认以上内容和材料真实"))
    person.key("Space")
    person.press("提交申请")
    person.at.sees_heading("申请已提交")
    return page.get_by_text(NUMBER).first.inner_text()


def row_of(officer: Hands, text: str) -> Locator:
    return officer.at.page.locator("#queue-rows tr").filter(has_text=text)


def claims(officer: Hands, row: Locator) -> None:
    """J goes down the rows, C claims, Enter opens."""
    expect(row).to_be_visible()
    for _ in range(officer.at.page.locator("#queue-rows tr").count()):
        officer.key("j")
        if row.locator("a").first.evaluate(HAS_FOCUS):
            break
    officer.key("c")
    expect(row).to_contain_text("我")
    officer.key("Enter")
    officer.at.sees("您已领取")


def asks_for_help(officer: Hands) -> None:
    """`?` opens it, Esc closes it, and the focus is where it was."""
    page = officer.at.page
    here = page.locator(POST_REMARK)
    officer.tab_to(here)
    officer.key("?")
    expect(page.get_by_role("dialog", name="键盘快捷键")).to_be_visible()
    officer.key("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(here).to_be_focused()


def returns(officer: Hands) -> None:
    page = officer.at.page
    here = page.locator(POST_REMARK)
    officer.key("Enter")
    expect(page.get_by_label("对“岗位”的意见")).to_be_focused()
    officer.type("岗位与劳动合同不一致")
    officer.press("记下意见")
    expect(here).to_be_focused()
    dialog = page.get_by_role("dialog")
    officer.key("r")
    expect(dialog).to_be_visible()
    officer.key("Escape")
    expect(dialog).to_have_count(0)
    expect(here).to_be_focused()
    officer.key("r")
    officer.press("退回补正", within=dialog)
    expect(dialog).to_have_count(0)
    officer.at.sees(re.compile("您已于.*退回"))


def passes(officer: Hands) -> None:
    dialog = officer.at.page.get_by_role("dialog")
    officer.key("p")
    officer.press("预审通过", within=dialog)
    expect(dialog).to_have_count(0)
    officer.at.sees(re.compile("您已于.*通过"))
