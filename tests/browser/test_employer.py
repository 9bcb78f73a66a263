"""An employer at a browser: a safety engineer's wizard has its own pages; a case is looked at, sent back, reported up."""

import asyncio
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from playwright.sync_api import expect

from api.demo.employers import SUPERVISOR
from api.demo.known import PASSWORD
from tests.browser.axe import violations
from tests.browser.conftest import PHONE, Opens
from tests.browser.test_every_page import settled, sideways
from tests.browser.visitor import Visitor
from tests.journeys.applicant import Applicant, Facts
from tests.journeys.client import visiting
from tests.journeys.entering import open_account
from tests.journeys.test_supervision_engineer import fill_in
from tests.server import Server

T = TypeVar("T")
SAFETY_PAGES = (
    "诚信承诺", "选择机构", "个人信息", "专业类别", "聘用单位", "继续教育", "工作经历", "领取方式", "打印申请表", "照片与材料",
)  # fmt: skip


@pytest.mark.requirement("S3-19", "S3-21", "S3-22", "S3-23", "S3-24", "S3-26")
def test_an_employer_sends_back_and_reports_up_in_the_browser(opens: Opens, server: Server) -> None:
    who = Facts(name="顾南乔")
    filed(server, who)
    clerk = opens(PHONE)
    arrive(clerk)
    assert problems(clerk) == []
    clerk.page.get_by_label("专业类别").select_option(label="港口与航道工程")
    clerk.sees("没有符合条件的申请")
    clerk.page.get_by_label("专业类别").select_option(label="不限")
    clerk.page.get_by_role("link", name=re.compile(who.name)).click()
    clerk.sees_heading(re.compile(who.name))
    clerk.sees("房屋建筑工程、市政公用工程")
    assert problems(clerk) == []
    assert sideways(clerk) == []
    clerk.press("上报")
    clerk.sees("请先确认承诺条款。")
    clerk.page.get_by_label("我单位已核对，并确认以上承诺").check()
    clerk.press("上报")
    clerk.sees("已上报，进入受理审核。")
    clerk.press("取回上报")
    clerk.sees("已取回，可以重新核对。")
    clerk.page.get_by_label("退回理由").fill("岗位、聘用期限与劳动合同不一致")
    clerk.press("不通过")
    clerk.sees("已退回申请人。")
    assert clerk.faults == []


@pytest.mark.requirement("S4-11", "S4-13", "S2-7", "S2-11", "S2-12")
def test_the_safety_engineers_wizard_has_the_steps_of_the_guide(opens: Opens, server: Server) -> None:
    who = Facts(name="程知远")
    draft = started(server, who)
    person = opens((1280, 900))
    person.sign_in(who.mobile, who.password)
    person.go(f"/registrations/{draft}/edit/pledge")
    navigation = person.page.get_by_role("navigation", name="填写步骤")
    expect(navigation.get_by_role("listitem")).to_have_count(len(SAFETY_PAGES) + 1)
    for page in SAFETY_PAGES:
        navigation.get_by_role("link", name=re.compile(page)).click()
        person.sees_heading(page)
        assert problems(person) == [], page
    navigation.get_by_role("link", name=re.compile("专业类别")).click()
    person.page.get_by_label("化工安全").check()
    navigation.get_by_role("link", name=re.compile("工作经历")).click()
    person.write("开始日期", "2019-07-01")
    person.write("工作单位", "闽化公司")
    person.write("从事的工作", "安全管理")
    person.press("添加")
    period = person.button("修改 2019-07-01 至 今")
    expect(period).to_be_visible()
    period.click()
    person.write("从事的工作", "安全技术")
    person.press("保存修改")
    person.sees(re.compile("安全技术"))
    person.press("删除 2019-07-01 至 今")
    expect(period).to_have_count(0)
    assert person.faults == []


def arrive(clerk: Visitor) -> None:
    clerk.go("/sign-in")
    clerk.page.get_by_role("tab", name="密码").click()
    clerk.write("账号", SUPERVISOR.credit_code)
    clerk.page.get_by_role("textbox", name="密码").fill(PASSWORD)
    clerk.press("登录")
    clerk.sees_heading("注册上报")


def filed(server: Server, who: Facts) -> None:
    """A supervision engineer's application, handed in."""

    async def work() -> None:
        async with visiting(server.http) as client:
            await open_account(client, who.mobile, who.password)
            person = Applicant(client, who)
            await fill_in(person)
            await person.submit()

    in_a_thread(work())


def started(server: Server, who: Facts) -> str:
    """A safety engineer's draft; gives its id."""

    async def work() -> str:
        async with visiting(server.http) as client:
            await open_account(client, who.mobile, who.password)
            person = Applicant(client, who)
            await person.start(profession="SAFETY_ENGINEER")
            return str(person.case["id"])

    return in_a_thread(work())


def problems(visitor: Visitor) -> list[str]:
    """What axe-core finds on the page as it stands."""
    settled(visitor)
    return violations(visitor)


def in_a_thread(work: Coroutine[Any, Any, T]) -> T:
    """Playwright keeps a loop running in the thread of the test."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
