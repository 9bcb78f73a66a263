"""What if, before anything is started: at a telephone, another day and another employer."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from api.demo.known import PASSWORD
from models.kernel.clock import today
from models.registration.validity import renewal_opens_on
from tests.browser.axe import violations
from tests.browser.conftest import PHONE, Opens
from tests.holders import LOST

WINDOW_MONTHS = 3
NEW_FIRM = "南京云锦里消防安全评估有限公司"


def test_another_day_and_another_employer_are_tried(opens: Opens) -> None:
    visitor = opens(PHONE)
    page = visitor.page
    ends = today() + timedelta(days=LOST.days_left)
    window = renewal_opens_on(ends, WINDOW_MONTHS)
    visitor.sign_in(LOST.who.mobile, PASSWORD)
    visitor.go("/registrations/new")
    page.get_by_text("如果……").first.click()
    page.get_by_label("要办的事项").select_option(label="注册消防工程师 · 延续注册")
    now, then = page.get_by_role("region", name="现在"), page.get_by_role("region", name="如果……")
    expect(now).to_contain_text("现在不能办理延续注册")
    expect(then).to_have_count(0)
    visitor.sees(f"{window} 至 {ends}")
    page.get_by_label("申请日期").fill(str(window))
    expect(then).to_contain_text("还差")
    expect(then).not_to_contain_text("现在不能办理")
    expect(now).to_contain_text("现在不能办理")
    visitor.write("单位名称或统一社会信用代码", "云锦里")
    visitor.press(NEW_FIRM, exact=False)
    expect(then).to_contain_text("请办理变更注册")
    assert violations(visitor) == []
    assert page.get_by_text(re.compile("继续草稿")).count() == 0
    assert visitor.faults == []
