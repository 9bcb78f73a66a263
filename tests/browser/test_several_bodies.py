"""From the front page to the certificate by clicking, where several bodies and the employer have a part in it: the
applicant at a telephone, everybody else at a desk."""

import re

import pytest
from playwright.sync_api import expect

from api.demo.employers import SUPERVISOR
from tests.browser.conftest import PHONE, Opens
from tests.browser.registering import Registrant, batch_closed, batch_sent, handled
from tests.browser.test_employer import arrive
from tests.journeys.applicant import Facts
from tests.journeys.test_safety_engineer import DESKS as SAFETY_DESKS
from tests.journeys.test_safety_engineer import PLANT
from tests.journeys.test_supervision_engineer import DESKS as SUPERVISION_DESKS

SAFETY_NAME, SUPERVISION_NAME = "江照眠", "柳停云"


@pytest.mark.requirement("S4-11", "S4-27", "S4-43", "S4-62", "S4-63")
def test_a_safety_engineer_from_the_front_page_to_the_parcel(opens: Opens) -> None:
    person = Registrant(opens(PHONE), Facts(name=SAFETY_NAME))
    person.sign_up("注册安全工程师")
    person.pledge("选择机构")
    person.next("个人信息")
    person.person("专业类别")
    person.specialties("化工安全")
    person.employed_at(PLANT)
    person.worked("领取方式")
    person.by_courier()
    person.print_form()
    person.photo()
    for title in ("劳动合同", "手持身份证照片"):
        person.scan(title)
    person.both_pages("注册申请表")
    person.next("检查并提交")
    person.at.page.get_by_role("link", name="去填写").click()
    person.at.sees("建议选择：江苏省应急管理厅")
    person.chooses("江苏省应急管理厅", "个人信息")
    person.at.page.goto(re.sub(r"/edit/.*", "/check", person.at.page.url))
    number = person.hand_in()

    handled(opens(), SAFETY_DESKS["PRE_EXAMINATION"], number, "预审通过")
    first = opens()
    batch_closed(first, SAFETY_DESKS["FIRST_EXAMINATION"], SAFETY_NAME)
    batch_sent(first, "上报批次", "用印编号", "苏应急注字第1号")
    handled(opens(), SAFETY_DESKS["FINAL_EXAMINATION"], number, "复审通过")
    announcer = opens()
    batch_closed(announcer, SAFETY_DESKS["ANNOUNCEMENT"], SAFETY_NAME)
    batch_sent(announcer, "公告批次", "公告文字", "下列人员准予注册，现予公告。")
    maker = opens()
    handled(maker, SAFETY_DESKS["CERTIFICATE_MAKING"], number, "制证")
    maker.go("/desk/certificates")
    maker.press("寄出")
    sending = maker.page.get_by_role("dialog")
    sending.get_by_label("快递公司").fill("顺丰速运")
    sending.get_by_label("快递单号").fill("SF1234567890")
    sending.get_by_role("button", name="寄出").click()
    expect(sending).to_be_hidden()

    person.at.go("/home")
    person.at.sees("审核完成")
    person.at.go("/certificates")
    person.at.page.get_by_role("link", name=re.compile("注册安全工程师")).click()
    person.at.sees(PLANT)
    person.at.go("/announcements")
    person.at.page.locator("a[href^='/announcements/bat_']").first.click()
    person.at.sees(number)
    assert person.at.faults == []


@pytest.mark.requirement("S3-24", "S3-26")
def test_a_supervision_engineer_from_the_front_page_through_the_employer(opens: Opens) -> None:
    person = Registrant(opens(PHONE), Facts(name=SUPERVISION_NAME))
    person.sign_up("注册监理工程师")
    person.pledge()
    person.person("专业类别")
    person.specialties("房屋建筑工程", "市政公用工程")
    person.employed_at(SUPERVISOR.name)
    person.worked("照片与材料")
    person.photo()
    for title in ("资格证书", "身份证（正反面）", "劳动合同"):
        person.scan(title)
    person.next("选择机构")
    person.chooses("住房和城乡建设部", "检查并提交")
    number = person.hand_in()

    clerk = opens()
    arrive(clerk)
    clerk.page.get_by_role("link", name=re.compile(SUPERVISION_NAME)).click()
    clerk.page.get_by_label("我单位已核对，并确认以上承诺").check()
    clerk.press("上报")
    clerk.sees("已上报，进入受理审核。")
    person.at.go("/home")
    person.at.sees("正在受理")
    for stage, button in (("ACCEPTANCE", "受理通过"), ("EXAMINATION", "审查通过"), ("DECISION", "准予注册")):
        handled(opens(), SUPERVISION_DESKS[stage], number, button)
    handled(opens(), SUPERVISION_DESKS["CERTIFICATE_MAKING"], number, "制证")
    person.at.sees("审核完成")
    person.at.go("/certificates")
    person.at.page.get_by_role("link", name="注册监理工程师").click()
    person.at.sees(SUPERVISOR.name)
    assert clerk.faults == person.at.faults == []
