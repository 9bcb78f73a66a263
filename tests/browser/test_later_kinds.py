"""A renewal at a telephone, and a change of employer in two browsers, by clicking."""

import re

import pytest
from playwright.sync_api import expect

from api.demo.employers import FIRMS
from tests.browser.conftest import PHONE, Opens
from tests.browser.desk import Reviewer
from tests.browser.wizard import Applicant
from tests.holders import CHANGES_AT_DESK, RENEWS_AT_PHONE
from tests.journeys.cast import ACCEPTOR, CERTIFICATE_MAKER, DECIDER, EXAMINER, PRE_EXAMINER

NUMBER = re.compile(r"^苏消注 \d{4}-\d{6}$")
STAGES = (
    (PRE_EXAMINER, "预审通过"),
    (ACCEPTOR, "受理通过"),
    (EXAMINER, "审查通过"),
    (DECIDER, "准予注册"),
    (CERTIFICATE_MAKER, "制证"),
)
RENEWAL_PAPERS = ("劳动合同", "继续教育证明", "执业记录")
CHANGE_PAPERS = ("劳动合同", "离职证明")
NEW_FIRM = "南京云锦里消防安全评估有限公司"


@pytest.mark.requirement("S0-5", "S0-24", "S0-25", "S0-26", "S0-27", "S0-28", "S0-29", "S0-30", "S0-31")
def test_a_renewal_at_a_telephone(opens: Opens) -> None:
    person = Applicant(opens(PHONE), RENEWS_AT_PHONE.who)
    page = person.at.page
    person.retake("延续注册")
    person.at.go("/home")
    management = page.get_by_role("navigation", name="注册管理")
    management.get_by_role("link", name="延续注册").click()
    page.get_by_text("继续填写").click()
    person.pledge()
    expect(page.get_by_label("姓名")).to_have_value(person.who.name)
    page.get_by_label("我具有完全民事行为能力").check()
    person.next("聘用单位")
    expect(page.locator("#f-employment-name")).to_have_value(FIRMS[0].name)
    person.next("照片与材料")
    person.photo()
    for title in RENEWAL_PAPERS:
        person.scan(title)
    person.next("选择机构")
    person.choose_corps()
    person.submit()
    person.at.sees_heading("申请已提交")
    number = page.get_by_text(NUMBER).first.inner_text()
    person.at.go("/home")
    person.at.sees("审查中")
    for mobile, button in STAGES:
        reviewer = Reviewer(opens(), mobile)
        reviewer.come_in()
        reviewer.claim(number)
        reviewer.pass_on(button)
    person.at.sees("审核完成")
    person.at.go("/certificates")
    page.get_by_role("link", name="一级注册消防工程师").first.click()
    chain = page.locator("section").filter(has=page.get_by_role("heading", name="历次注册证"))
    expect(chain.get_by_role("listitem")).to_contain_text(
        [re.compile("已换发.*初始注册", re.DOTALL), re.compile("有效.*延续注册", re.DOTALL)]
    )
    assert person.at.faults == []


@pytest.mark.requirement("S0-32", "S0-33", "S0-34", "S0-35", "S0-36")
def test_a_change_of_employer_in_two_browsers(opens: Opens) -> None:
    person, officer = Applicant(opens(), CHANGES_AT_DESK.who), Reviewer(opens(), PRE_EXAMINER)
    page = person.at.page
    officer.come_in()
    person.retake("变更注册")
    person.pledge("变更项")
    page.get_by_label("变更聘用单位", exact=True).check()
    person.next("个人信息")
    page.get_by_label("我具有完全民事行为能力").check()
    person.next("聘用单位")
    person.at.write("单位名称或统一社会信用代码", "云锦里")
    person.at.press(NEW_FIRM, exact=False)
    expect(page.locator("#f-employment-name")).to_have_value(NEW_FIRM)
    person.next("照片与材料")
    person.photo()
    for title in CHANGE_PAPERS:
        person.scan(title)
    person.next("选择机构")
    person.choose_corps()
    expect(page.get_by_role("row", name=re.compile("单位名称"))).to_contain_text(NEW_FIRM)
    person.submit()
    person.at.sees_heading("申请已提交")
    number = page.get_by_text(NUMBER).first.inner_text()

    officer.show_arrivals()
    officer.claim(number)
    row = officer.at.page.get_by_role("row", name=re.compile("单位名称"))
    expect(row).to_contain_text(FIRMS[0].name)
    expect(row).to_contain_text(NEW_FIRM)
    person.at.go("/home")
    person.at.sees("变更注册")
    officer.pass_on("预审通过")
    person.at.sees("正在受理")
    assert [*person.at.faults, *officer.at.faults] == []
