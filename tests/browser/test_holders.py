"""Who was registered before there were accounts: first sign-in, and a number of 15 digits, by clicking."""

import re

import pytest
from playwright.sync_api import expect

from api.demo.known import PASSWORD as KNOWN_PASSWORD
from tests.browser.axe import violations
from tests.browser.conftest import PHONE, Opens
from tests.browser.visitor import Visitor
from tests.holders import FIRST_TIME, OLD_CERTIFICATE, OLD_NUMBER, short_form
from tests.journeys.applicant import Facts

PASSWORD = "持证人的新密码 2026"


@pytest.mark.requirement("S2-1", "S2-2", "S2-19", "S2-25")
def test_a_holder_signs_in_for_the_first_time(opens: Opens) -> None:
    visitor, mobile = opens(PHONE), Facts().mobile
    page = visitor.page
    visitor.go("/")
    page.get_by_role("link", name="设置密码").click()
    visitor.sees_heading("身份验证")
    visitor.press("下一步")
    visitor.sees("还没有填写姓名。")
    visitor.write("姓名", FIRST_TIME.who.name)
    visitor.write("证件号码", "211322196402200016")
    visitor.write("注册证编号", OLD_CERTIFICATE)
    assert violations(visitor) == []
    visitor.press("下一步")
    visitor.prove_mobile(mobile, "核对并继续")
    visitor.sees("没有您的注册信息")
    visitor.sees("仍查不到的，请联系注册管理中心")
    visitor.write("证件号码", FIRST_TIME.who.number)
    visitor.press("重新核对")
    visitor.sees_heading("设置密码")
    page.get_by_label("新密码", exact=True).fill(PASSWORD)
    visitor.write("再输一次新密码", PASSWORD)
    visitor.press("保存密码")
    visitor.sees_heading("补全信息")
    visitor.go("/certificates")
    visitor.sees_heading("补全信息")
    visitor.press("核对无误，保存")
    visitor.sees("还没有选择注册消防工程师：单位属性。")
    assert violations(visitor) == []
    page.get_by_label("注册消防工程师：单位属性").select_option(label="企业")
    visitor.press("核对无误，保存")
    visitor.sees_heading("我的证书")
    visitor.sees(OLD_CERTIFICATE)
    visitor.go("/home")
    visitor.sees(f"{FIRST_TIME.who.name}，您好")
    assert visitor.faults == []


@pytest.mark.requirement("S2-5", "S2-20", "S2-21", "S2-22")
def test_an_old_number_is_updated_and_is_the_login_from_then_on(opens: Opens) -> None:
    visitor, old, new = opens(PHONE), short_form(OLD_NUMBER.who.number), OLD_NUMBER.who.number
    enter(visitor, "居民身份证（15 位）", old)
    visitor.page.wait_for_url(re.compile("/home"))
    visitor.go("/me")
    visitor.page.get_by_role("link", name="更新身份证号").click()
    visitor.sees(old)
    visitor.write("二代身份证号", new[:17] + ("0" if new[17] != "0" else "1"))
    visitor.press("更新")
    visitor.sees(re.compile("身份证号校验位不正确"))
    assert violations(visitor) == []
    visitor.write("二代身份证号", new)
    visitor.press("更新")
    visitor.sees_heading("身份证号已更新")
    visitor.sees(f"新的身份证号：{new}")
    assert violations(visitor) == []
    visitor.page.get_by_role("link", name="返回").click()
    enter(visitor, "居民身份证（15 位）", old)
    visitor.sees("账号或密码不正确")
    enter(visitor, "居民身份证", new)
    visitor.page.wait_for_url(re.compile("/home"))
    visitor.go("/me")
    visitor.sees(f"{new[:6]}********{new[-4:]}")
    expect(visitor.page.get_by_role("link", name="更新身份证号")).to_have_count(0)
    assert visitor.faults == []


def enter(visitor: Visitor, kind: str, number: str) -> None:
    """As the manual has it: kind of paper, number, password (S2-5)."""
    visitor.go("/sign-in")
    visitor.page.get_by_role("tab", name="注册申请登录").click()
    visitor.page.get_by_label("证件类型").select_option(label=kind)
    visitor.page.get_by_label("证件号", exact=True).fill(number)
    visitor.page.get_by_role("textbox", name="密码").fill(KNOWN_PASSWORD)
    visitor.press("登录")
