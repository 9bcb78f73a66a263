"""The desk's batches and deliveries, and what applicants and strangers see of them, at a desk and at a telephone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from api.demo.known import PASSWORD
from api.dev.paths import WEB_OUTPUT
from tests.browser.axe import violations
from tests.browser.batched import ANNOUNCER, FIRST_EXAMINER, HEAD, HOLDER, MAKER, Batched, batched_site
from tests.browser.conftest import DESK, PATIENCE_MS, PHONE
from tests.browser.test_every_page import settled, sideways
from tests.browser.visitor import Visitor

NOTICE = "下列人员准予注册，现予公告。"


@pytest.fixture(scope="module")
def batched(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batched]:
    with batched_site(tmp_path_factory.mktemp("batched"), Path(WEB_OUTPUT)) as site:
        yield site


def visitor(chromium: Browser, site: Batched, size: tuple[int, int], login: str | None = None) -> Visitor:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    context.set_default_timeout(PATIENCE_MS)
    found = Visitor(context, context.new_page(), site.server.http)
    found.watch()
    if login:
        found.sign_in(login, PASSWORD)
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_axe_finds_nothing(chromium: Browser, batched: Batched, size: tuple[int, int]) -> None:
    pages = {
        None: ("/announcements", f"/announcements/{batched.announced}", "/announcements?q=王海宁", "/announcements/bat_99"),
        FIRST_EXAMINER: ("/batches", f"/batches/{batched.reporting}", "/batches/bat_99"),
        MAKER: ("/desk/certificates",),
        HEAD: ("/desk/workload",),
        HOLDER: (f"/registrations/{batched.case}",),
    }  # fmt: skip
    problems: dict[str, list[str]] = {}
    for login, paths in pages.items():
        found = visitor(chromium, batched, size, login)
        for path in paths:
            found.go(path)
            settled(found)
            problems[path] = violations(found)
            if size == PHONE:
                problems[path] += sideways(found)
        assert found.faults == []
        found.context.close()
    assert {path: one for path, one in problems.items() if one} == {}


@pytest.mark.requirement("S4-62")
def test_a_batch_is_rehearsed_locked_and_reported_up(chromium: Browser, batched: Batched) -> None:
    desk = visitor(chromium, batched, DESK, FIRST_EXAMINER)
    desk.page.get_by_role("link", name="批次").click()
    desk.sees_heading("批次")
    desk.page.locator(f'a[href="/batches/{batched.reporting}"]').click()
    desk.press("演练")
    desk.sees("2 件可以办理")
    desk.sees("进入终审：2 件")
    desk.press("截止")
    desk.page.get_by_role("dialog").get_by_role("button", name="截止").click()
    desk.sees("已截止")
    desk.press("上报批次")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_role("button", name="上报批次").click()
    expect(dialog).to_contain_text("请填写这一项")
    dialog.get_by_label("用印编号").fill("闽应急注字第1号")
    dialog.get_by_role("button", name="上报批次").click()
    expect(dialog).to_be_hidden()
    desk.sees("已办理")
    expect(desk.page.get_by_text("已处理", exact=True)).to_have_count(2)
    assert desk.faults == []
    desk.context.close()


@pytest.mark.requirement("S4-4", "S4-63")
def test_a_batch_is_announced_from_a_telephone_and_everybody_reads_it(
    chromium: Browser, batched: Batched
) -> None:
    desk = visitor(chromium, batched, PHONE, ANNOUNCER)
    desk.go(f"/batches/{batched.announcing}")
    desk.press("截止")
    desk.page.get_by_role("dialog").get_by_role("button", name="截止").click()
    desk.press("公告批次")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("公告文字").fill(NOTICE)
    dialog.get_by_role("button", name="公告批次").click()
    expect(dialog).to_be_hidden()
    desk.sees("已办理")
    stranger = visitor(chromium, batched, PHONE)
    stranger.go("/")
    stranger.page.get_by_role("link", name="注册信息公告").click()
    stranger.page.locator(f'a[href="/announcements/{batched.announcing}"]').click()
    stranger.sees(NOTICE)
    expect(stranger.page.locator("tbody tr")).to_have_count(2)
    stranger.write("完整姓名、受理编号，或单位名称中的词", "没有此人")
    stranger.press("在本批查询")
    stranger.sees(re.compile("本批没有“没有此人”"))
    for one in (desk, stranger):
        assert one.faults == []
        one.context.close()


@pytest.mark.requirement("S4-27")
def test_the_couriers_number_shows_on_the_holders_page_by_itself(chromium: Browser, batched: Batched) -> None:
    holder = visitor(chromium, batched, PHONE, HOLDER)
    holder.go(f"/registrations/{batched.case}")
    holder.sees("待寄出")
    holder.press("修改收件信息")
    dialog = holder.page.get_by_role("dialog")
    dialog.get_by_label("地址").fill("福州市台江区江滨路9号")
    dialog.get_by_role("button", name="保存").click()
    expect(dialog).to_be_hidden()
    maker = visitor(chromium, batched, DESK, MAKER)
    maker.page.get_by_role("link", name="证书寄送").click()
    maker.sees("福州市台江区江滨路9号")
    maker.press("寄出")
    sending = maker.page.get_by_role("dialog")
    sending.get_by_label("快递公司").fill("顺丰速运")
    sending.get_by_label("快递单号").fill("SF1234567890")
    sending.get_by_role("button", name="寄出").click()
    expect(sending).to_be_hidden()
    holder.sees("SF1234567890")
    holder.press("确认签收")
    holder.page.get_by_role("dialog").get_by_role("button", name="确认签收").click()
    holder.sees("已签收")
    for one in (holder, maker):
        assert one.faults == []
        one.context.close()
