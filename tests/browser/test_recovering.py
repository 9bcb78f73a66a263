"""A password that was forgotten, a mobile that is gone: each way back in, by clicking (D-9)."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import PHONE, Opens
from tests.browser.desk import Reviewer
from tests.browser.made import account
from tests.browser.visitor import PROOF_PATIENCE_MS, Visitor
from tests.journeys.applicant import Facts
from tests.journeys.cast import ACCEPTOR
from tests.server import Server

PASSWORD = "又换了一个新密码 2026"
NEAR = 24
"""Pixels."""
MAIL = "lin.zhixia@example.cn"


@pytest.mark.requirement("S4-2", "S4-3")
def test_the_forgotten_password_stands_at_the_lower_right_of_the_button_and_hints_lead_in(
    opens: Opens, server: Server
) -> None:
    who, visitor = account(server), opens()
    page = visitor.page
    visitor.go("/sign-in")
    page.get_by_role("tab", name="密码").click()
    visitor.press("登录")
    visitor.sees("还没有填写账号。")
    visitor.sees("手机号、证件号或统一社会信用代码。")
    button, link = (
        visitor.button("登录").bounding_box(),
        page.get_by_role("link", name="忘记密码").bounding_box(),
    )
    assert button and link
    assert link["y"] >= button["y"] + button["height"]
    assert abs(link["x"] + link["width"] - button["x"] - button["width"]) < NEAR
    page.get_by_role("link", name="忘记密码").click()
    visitor.sees_heading("重设密码")
    visitor.sign_in(who.mobile, who.password)
    assert visitor.faults == []


def test_a_new_password_by_sms(opens: Opens, server: Server) -> None:
    who, visitor = account(server), opens(PHONE)
    visitor.go("/sign-in/recover")
    visitor.prove_mobile(who.mobile, "下一步")
    choose_password(visitor)
    visitor.sees("新密码已设置，请用它登录。")
    visitor.sign_in(who.mobile, PASSWORD)
    assert visitor.faults == []


def test_an_address_is_proved_and_a_new_password_comes_by_its_link(opens: Opens, server: Server) -> None:
    who, visitor = account(server), opens(PHONE)
    visitor.sign_in(who.mobile, who.password)
    visitor.go("/me")
    visitor.press("登记邮箱")
    visitor.write("新邮箱", MAIL)
    visitor.press("发送验证邮件")
    visitor.press("改用点击验证")
    expect(visitor.page.get_by_text(f"邮件已发往 {MAIL}")).to_be_visible(timeout=PROOF_PATIENCE_MS)
    visitor.go(link_of(visitor, MAIL, "/me/email"))
    visitor.press("确认使用这个邮箱")
    visitor.sees("邮箱已登记。")
    visitor.go("/me")
    visitor.sees("l***@example.cn")

    stranger = opens()
    stranger.go("/sign-in/recover")
    stranger.page.get_by_role("tab", name="邮件链接").click()
    stranger.write("账号", who.mobile)
    stranger.press("发送邮件")
    stranger.press("改用点击验证")
    expect(stranger.page.get_by_text("邮件已经发出", exact=False)).to_be_visible(timeout=PROOF_PATIENCE_MS)
    stranger.go(link_of(stranger, MAIL, "/sign-in/link"))
    expect(stranger.page.get_by_label("账号")).to_have_value(who.mobile)
    choose_password(stranger)
    stranger.sees("新密码已设置，请用它登录。")
    visitor.sees_heading("请重新登录")
    stranger.sign_in(who.mobile, PASSWORD)
    assert stranger.faults == []


@pytest.mark.requirement("D-9")
def test_the_authority_grants_a_code_to_whoever_lost_both(opens: Opens, server: Server) -> None:
    who, contact, visitor = account(server), Facts().mobile, opens(PHONE)
    visitor.go("/sign-in/recover")
    visitor.page.get_by_role("tab", name="主管机构").click()
    visitor.write("账号", who.mobile)
    visitor.page.get_by_label("所在省份").select_option(label="江苏省")
    visitor.write("联系手机", contact)
    visitor.press("提交申请")
    visitor.press("改用点击验证")
    expect(visitor.page.get_by_text("申请已提交。", exact=False)).to_be_visible(timeout=PROOF_PATIENCE_MS)

    officer = Reviewer(opens(), ACCEPTOR)
    officer.come_in()
    officer.at.go("/desk/recoveries")
    officer.at.sees_heading("密码重置申请")
    expect(officer.at.button("同意重置")).to_be_visible()
    assert violations(officer.at) == []
    officer.at.press("同意重置")
    dialog = officer.at.page.get_by_role("dialog", name="同意重置密码")
    dialog.get_by_role("button", name="同意重置").click()
    expect(dialog.get_by_role("alert")).to_have_text("请至少勾选一种核对过的证件。")
    dialog.get_by_label("居民身份证", exact=True).check()
    dialog.get_by_role("button", name="同意重置").click()
    officer.at.sees("已同意，一次性代码已发往申请人的联系手机。")
    officer.at.sees("没有等待处理的申请")

    visitor.press("已经收到一次性代码")
    visitor.write("账号", who.mobile)
    visitor.write("一次性代码", visitor.sent_to(contact, r"一次性代码 ([\w-]+)"))
    choose_password(visitor)
    visitor.sees("新密码已设置，请用它登录。")
    visitor.sign_in(contact, PASSWORD)
    assert visitor.faults == officer.at.faults == []


def test_another_mobile_is_taken_after_both_were_proved(opens: Opens, server: Server) -> None:
    who, new, visitor = account(server), Facts().mobile, opens(PHONE)
    visitor.sign_in(who.mobile, who.password)
    visitor.go("/me")
    visitor.press("修改手机号")
    visitor.press("获取验证码")
    visitor.press("改用点击验证")
    code = visitor.page.get_by_label("验证码", exact=True)
    expect(code).to_be_visible(timeout=PROOF_PATIENCE_MS)
    code.fill(visitor.code_of(who.mobile))
    visitor.press("下一步")
    visitor.prove_mobile(new, "改用这个手机号")
    visitor.sees("手机号已修改，以后用新号码登录。")
    visitor.sees(f"{new[:3]}****{new[-4:]}")
    assert visitor.faults == []


def choose_password(visitor: Visitor) -> None:
    visitor.page.get_by_label("新密码", exact=True).fill(PASSWORD)
    visitor.write("再输一次新密码", PASSWORD)
    visitor.press("保存密码")


def link_of(visitor: Visitor, address: str, path: str) -> str:
    """Path and query of the newest link of that page."""
    return visitor.sent_to(address, rf"https?://[^/]+({path}\S+)")
