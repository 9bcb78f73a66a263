"""A certificate is revoked by two reviewers in two browsers; an employer's forced deregistration, taken back."""

import re

import pytest
from playwright.sync_api import expect

from api.demo.employers import CLERK_FIRM
from api.demo.known import PASSWORD
from tests.browser.axe import violations
from tests.browser.conftest import Opens
from tests.browser.desk import Reviewer
from tests.browser.visitor import Visitor
from tests.browser.wizard import Applicant
from tests.holders import LEFT, SOILED
from tests.journeys.cast import DECIDER, HEAD

NUMBER = re.compile(r"苏1消\d{10}")


def test_one_proposes_and_another_confirms(opens: Opens) -> None:
    holder, first, second = opens(), Reviewer(opens(), DECIDER), Reviewer(opens(), HEAD)
    holder.sign_in(SOILED.who.mobile, PASSWORD)
    holder.go("/certificates")
    number = holder.page.get_by_text(NUMBER).first.inner_text()
    found = NUMBER.search(number)
    assert found
    second.come_in()
    first.come_in()
    page = first.at.page
    page.get_by_role("link", name="撤销注册证").click()
    first.at.write("姓名或注册证号", found[0])
    first.at.press("查找")
    first.at.press("提出撤销")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="提出撤销").click()
    first.at.sees("还没有填写完整")
    dialog.get_by_label("依据").fill("《注册消防工程师管理规定》第五十条")
    dialog.get_by_label("理由").fill("以欺骗手段取得注册")
    dialog.get_by_role("button", name="提出撤销").click()
    mine = page.get_by_role("article", name=f"撤销注册证{found[0]}")
    expect(mine).to_contain_text("待复核")
    expect(mine.get_by_role("button", name="复核确认")).to_have_count(0)
    assert violations(first.at) == []

    other = second.at.page
    other.get_by_role("link", name="消息").click()
    other.get_by_role("listitem").filter(has_text=found[0]).get_by_role("link").first.click()
    second.at.press("复核确认")
    other.get_by_role("dialog").get_by_role("button", name="复核确认").click()
    expect(other.get_by_role("article")).to_contain_text("已撤销")
    assert violations(second.at) == []
    expect(mine).to_contain_text("已撤销")
    holder.go(f"/verify/{found[0]}")
    holder.sees("已撤销")
    assert [*first.at.faults, *second.at.faults, *holder.faults] == []


@pytest.mark.requirement("S3-29", "S3-30", "S3-31", "S3-32", "S3-33")
def test_an_employer_asks_for_a_deregistration_and_takes_it_back(opens: Opens) -> None:
    clerk = opens()
    page = clerk.page
    signed_in(clerk)
    page.get_by_role("link", name="强制注销").click()
    clerk.sees("没有强制注销申请")
    clerk.press("申请")
    clerk.write("姓名或注册证号", LEFT.who.name)
    page.get_by_role("dialog").get_by_role("button", name=f"选择{LEFT.who.name}").first.click()
    filling = Applicant(clerk, LEFT.who)
    page.get_by_label("我已通读以上内容").check()
    filling.next("注销原因")
    clerk.write("申请原因", "劳动合同已解除，本人不办理注销")
    filling.next("照片与材料")
    filling.scan("原因证明")
    filling.next("选择机构")
    filling.choose_corps()
    filling.submit()
    clerk.sees_heading("操作成功")
    page.get_by_role("link", name="强制注销列表").click()
    row = page.get_by_role("row", name=re.compile(LEFT.who.name))
    expect(row).to_contain_text("待审核")
    assert violations(clerk) == []
    clerk.write("姓名、受理编号", "没有这个人")
    clerk.sees("没有强制注销申请")
    clerk.write("姓名、受理编号", LEFT.who.name)
    row.get_by_role("button", name="撤回").click()
    page.get_by_role("dialog").get_by_role("button", name="撤回").click()
    expect(row).to_contain_text("已撤回")
    expect(row.get_by_role("button", name="撤回")).to_have_count(0)
    assert clerk.faults == []


def signed_in(clerk: Visitor) -> None:
    clerk.go("/sign-in")
    clerk.page.get_by_role("tab", name="密码").click()
    clerk.write("账号", CLERK_FIRM.credit_code)
    clerk.page.get_by_role("textbox", name="密码").fill(PASSWORD)
    clerk.press("登录")
    clerk.sees_heading("注册上报")
