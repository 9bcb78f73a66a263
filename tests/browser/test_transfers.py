"""Imports and exports at a desk and at a telephone: a file is checked, previewed, confirmed; a list comes as a file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from api.demo.known import PASSWORD
from api.demo.officers import ADMINISTRATOR_MOBILE
from tests.browser.axe import violations
from tests.browser.conftest import DESK, PHONE, Opens
from tests.browser.test_every_page import settled, sideways
from tests.browser.visitor import Visitor
from tests.holders import CHANGES
from tests.transfer_story import PERSON_HEADINGS, csv_of, number, xlsx_of

KEEPER = "13800000112"
PRE_EXAMINER = "13800000101"


def administrator(visitor: Visitor) -> Visitor:
    visitor.go("/sign-in?next=/imports")
    visitor.page.get_by_role("tab", name="密码").click()
    visitor.write("账号", ADMINISTRATOR_MOBILE)
    visitor.page.get_by_role("textbox", name="密码").fill(PASSWORD)
    visitor.press("登录")
    visitor.sees_heading("导入")
    return visitor


def choose(visitor: Visitor, folder: Path, content: bytes, name: str = "名单.xlsx") -> None:
    (folder / name).write_bytes(content)
    with visitor.page.expect_file_chooser() as chooser:
        visitor.press("选择表格")
    chooser.value.set_files(folder / name)


def clean(visitor: Visitor, size: tuple[int, int]) -> list[str]:
    settled(visitor)
    return violations(visitor) + (sideways(visitor) if size == PHONE else [])


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_a_file_is_previewed_and_taken_over_without_its_wrong_rows(
    opens: Opens, tmp_path: Path, size: tuple[int, int]
) -> None:
    visitor = administrator(opens(size))
    assert clean(visitor, size) == []
    visitor.page.get_by_label("人员", exact=True).check()
    expect(visitor.page.get_by_role("link", name="下载模板：人员")).to_have_attribute(
        "href", "/imports/templates/persons.xlsx"
    )
    choose(visitor, tmp_path, xlsx_of(PERSON_HEADINGS, ("王海宁", number(), ""), ("错号码", "123", "")))
    visitor.sees("待确认")
    visitor.sees("1 行有错")
    visitor.press("只看有错的")
    expect(visitor.page.locator("tbody tr")).to_have_count(1)
    visitor.sees(re.compile("“证件号码”收到.*，须为"))
    assert clean(visitor, size) == []
    visitor.press("略去有错的行，导入其余")
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog).to_contain_text("略去有错的 1 行，写入其余 1 行")
    dialog.get_by_role("button", name="略去有错的行，导入其余").click()
    visitor.sees("已导入")
    visitor.page.get_by_role("link", name="全部导入").click()
    visitor.sees(re.compile("人员.*名单.xlsx"))
    assert visitor.faults == []


def test_a_file_without_its_headings_says_why_and_another_is_given_up_by_keys(
    opens: Opens, tmp_path: Path
) -> None:
    visitor = administrator(opens())
    choose(visitor, tmp_path, csv_of(("名字", "号码"), ("王", "1")), "名单.csv")
    visitor.sees(re.compile("没有导入任何一行：第 1 行缺少列"))
    visitor.go("/imports")
    choose(visitor, tmp_path, csv_of(PERSON_HEADINGS, ("王海宁", number(), "")), "名单.csv")
    visitor.sees("待确认")
    visitor.button("放弃导入").focus()
    visitor.page.keyboard.press("Enter")
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_role("button", name="放弃导入").focus()
    visitor.page.keyboard.press("Enter")
    visitor.sees("已放弃")
    assert visitor.faults == []


def test_whoever_keeps_a_bodys_data_finds_imports_and_others_do_not(opens: Opens) -> None:
    keeper = opens()
    keeper.sign_in(KEEPER, PASSWORD)
    keeper.page.get_by_role("link", name="导入").click()
    keeper.sees_heading("导入")
    expect(keeper.page.get_by_label("人员", exact=True)).to_have_count(0)
    other = opens()
    other.sign_in(PRE_EXAMINER, PASSWORD)
    expect(other.page.get_by_role("link", name="导入", exact=True)).to_have_count(0)
    other.go("/imports")
    other.sees_heading("您没有导入数据的权限")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_the_queue_comes_as_a_file(opens: Opens, size: tuple[int, int]) -> None:
    visitor = opens(size)
    visitor.sign_in(PRE_EXAMINER, PASSWORD)
    visitor.press("导出")
    visitor.press("导出 CSV")
    link = visitor.page.get_by_role("link", name=re.compile("下载 待办")).first
    expect(link).to_be_visible()
    assert clean(visitor, size) == []
    with visitor.page.expect_download() as download:
        link.click()
    assert "受理编号" in download.value.path().read_text(encoding="utf-8-sig")
    visitor.page.get_by_role("link", name="全部导出").click()
    visitor.sees_heading("导出")
    assert clean(visitor, size) == []
    assert visitor.faults == []


@pytest.mark.requirement("S4-57")
def test_the_progress_query_leads_to_ones_own_applications(opens: Opens) -> None:
    visitor = opens()
    visitor.go("/")
    visitor.page.get_by_role("link", name="注册进程查询").click()
    visitor.sees_heading("登录")
    visitor.page.get_by_role("tab", name="密码").click()
    visitor.write("账号", CHANGES.who.mobile)
    visitor.page.get_by_role("textbox", name="密码").fill(PASSWORD)
    visitor.press("登录")
    visitor.sees_heading("我的申请")
    visitor.sees("审核完成")


@pytest.mark.requirement("S2-23", "S4-3")
def test_the_front_page_and_the_sign_in_lead_to_contacts_notes_and_forms(opens: Opens) -> None:
    visitor = opens(PHONE)
    for start, links in (
        ("/", ("注册机构联系方式", "注册表格下载", "相关制度", "注册说明", "注册进程查询")),
        ("/sign-in", ("忘记密码", "注册说明", "注册表格下载", "注册机构联系方式", "注册信息公告")),
    ):
        for name in links:
            visitor.go(start)
            visitor.page.get_by_role("link", name=name).first.click()
            visitor.page.wait_for_load_state()
            assert visitor.page.url != visitor.site + start
    assert visitor.faults == []
