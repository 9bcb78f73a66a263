"""The front page and what it leads to, before anybody has signed in."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from models.authorities.kinds import SiteKey
from models.authorities.site import BUILT_IN
from tests.browser.conftest import PHONE, Opens
from tests.browser.visitor import Visitor
from tests.browser.wizard import FIVE_FUNCTIONS, Applicant
from tests.server import Server

ENTRY = "注册消防工程师注册审批"
DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
BROWSERS = BUILT_IN[SiteKey.BROWSERS]
MODULES = re.compile(r"<script type=\"module\".*?</script>|<link rel=\"modulepreload\"[^>]*>", re.DOTALL)


@pytest.mark.requirement("S0-2", "S0-3", "S0-4")
def test_the_front_page_leads_to_the_five_functions_the_search_and_the_notices(
    opens: Opens, server: Server
) -> None:
    visitor = opens(PHONE)
    page = visitor.page
    visitor.go("/")
    expect(page.get_by_role("navigation", name="主要栏目").get_by_role("link")).to_have_text(
        [
            *(ENTRY, "公告信息", "注册信息公告", "证书查验", "设置密码（持证人首次登录）", "注册进程查询"),
            *("注册机构联系方式", "注册表格下载", "相关制度", "注册说明", "登录"),
        ]
    )
    expect(page.get_by_role("link", name=server.http.replace("127.0.0.1", "localhost"))).to_be_visible()
    notices = page.get_by_role("region", name="公告信息").get_by_role("listitem")
    expect(notices).to_have_count(5)
    dates = notices.locator("time").all_inner_texts()
    assert all(DATE.match(one) for one in dates) and dates == sorted(dates, reverse=True)

    heading = notices.first.get_by_role("link").inner_text()
    notices.first.get_by_role("link").click()
    visitor.sees_heading(heading)
    page.get_by_role("link", name="回到首页").click()
    searched(visitor, "怎样查验")
    visitor.sees_heading("搜索结果")
    expect(page.get_by_role("listitem")).to_have_count(1)

    visitor.go("/")
    page.get_by_role("link", name=ENTRY).click()
    visitor.sees_heading("消防工程师注册")
    expect(page.get_by_role("heading", level=2)).to_have_text(FIVE_FUNCTIONS)
    assert visitor.faults == []


@pytest.mark.requirement("S0-5")
def test_initial_registration_asks_for_no_account_and_the_others_for_a_sign_in(opens: Opens) -> None:
    visitor = opens()
    begun(visitor, "初始注册")
    visitor.sees_heading("开始初始注册")
    for function in FIVE_FUNCTIONS[1:]:
        begun(visitor, function)
        visitor.page.wait_for_url("**/sign-in?next=**")
        visitor.sees_heading("登录")

    applicant = Applicant(visitor)
    applicant.arrive()
    visitor.go("/fire-engineer")
    expect(visitor.page.get_by_text("需要先登录", exact=True)).to_have_count(0)
    door(visitor, "延续注册").get_by_text("开始办理").click()
    visitor.sees("现在不能办理延续注册：尚未注册")
    expect(visitor.button("开始延续注册")).to_have_count(0)


@pytest.mark.requirement("S0-11")
def test_after_the_pledge_the_online_declaration_opens_and_keeps_what_is_filled_in(opens: Opens) -> None:
    applicant = Applicant(opens())
    applicant.arrive()
    applicant.pledge()
    page = applicant.at.page
    expect(page.get_by_text("网上申报", exact=True)).to_be_visible()
    applicant.at.write("姓名", applicant.who.name)
    applicant.next("聘用单位")
    expect(page.get_by_text("网上申报", exact=True)).to_be_visible()
    applicant.at.press("上一步")
    page.reload()
    expect(page.get_by_label("姓名")).to_have_value(applicant.who.name)


@pytest.mark.requirement("S0-1")
def test_the_supported_browsers_are_named_where_one_comes_in(opens: Opens) -> None:
    visitor = opens()
    for path in ("/", "/fire-engineer", "/sign-in"):
        visitor.go(path)
        visitor.sees(f"支持的浏览器：{BROWSERS}")


@pytest.mark.requirement("S0-1")
def test_a_browser_without_modules_or_scripts_is_told_what_is_needed(
    opens: Opens, chromium: Browser, server: Server
) -> None:
    visitor = opens()

    def as_without_modules(route: Route) -> None:
        """Modules are unknown to it, and so is the word that tells newer browsers to leave a script out."""
        answer = route.fetch()
        route.fulfill(response=answer, body=MODULES.sub("", answer.text()).replace(" nomodule", ""))

    visitor.page.route(server.http + "/", as_without_modules)
    visitor.go("/")
    visitor.sees_heading("请换用较新的浏览器")
    visitor.sees(re.compile(re.escape(BROWSERS)))

    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.http)
    expect(page.get_by_role("heading", name="请允许网页运行脚本")).to_be_visible()
    expect(page.locator("noscript p").first).to_contain_text(BROWSERS)
    page.locator("noscript a").first.click()
    expect(page.get_by_role("heading", name="公告信息")).to_be_visible()
    context.close()


def test_a_code_is_copied_from_the_outbox(opens: Opens) -> None:
    visitor = opens()
    applicant = Applicant(visitor)
    applicant.arrive()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.go("/outbox")
    row = visitor.page.get_by_role("listitem").filter(has_text=applicant.who.mobile).first
    row.get_by_role("button", name="复制验证码").click()
    expect(row.get_by_role("button", name="已复制")).to_be_visible()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == visitor.code_of(applicant.who.mobile)


def searched(visitor: Visitor, text: str) -> None:
    visitor.write("搜索", text)
    visitor.press("搜索")


def door(visitor: Visitor, function: str) -> Locator:
    return visitor.page.locator("section.door").filter(
        has=visitor.page.get_by_role("heading", name=function, exact=True)
    )


def begun(visitor: Visitor, function: str) -> None:
    visitor.go("/fire-engineer")
    door(visitor, function).get_by_text("开始办理").click()
