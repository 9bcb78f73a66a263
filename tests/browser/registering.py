"""The wizard and the desks of the professions whose registration leads through several bodies, by clicking and typing."""

import re
from dataclasses import dataclass
from datetime import timedelta

from playwright.sync_api import expect

from api.demo.known import PASSWORD
from models.kernel.clock import today
from tests.browser.desk import Reviewer
from tests.browser.visitor import Visitor
from tests.browser.wizard import Applicant
from tests.journeys.applicant import BORN
from tests.journeys.papers import paper


@dataclass
class Registrant(Applicant):
    """Somebody at a telephone, from the front page on."""

    def sign_up(self, profession: str) -> None:
        """By the door of the profession; a mobile is all that is asked."""
        page = self.at.page
        self.at.go("/")
        door = page.locator("section").filter(
            has=page.get_by_role("heading", name=f"{profession}注册", exact=True)
        )
        door.last.get_by_text("进入办理").click()
        self.at.prove_mobile(self.who.mobile, "验证并开始填写")
        self.at.press("开始初始注册")
        self.at.sees_heading("诚信承诺")

    def person(self, next_page: str) -> None:
        page = self.at.page
        self.at.write("姓名", self.who.name)
        page.get_by_label("女", exact=True).check()
        page.get_by_label("证件类型").select_option(label="居民身份证")
        self.at.write("证件号码", self.who.number)
        self.at.write("出生日期", BORN.isoformat())
        self.at.write("学历专业", "安全工程 本科")
        page.get_by_label("我具有完全民事行为能力").check()
        self.at.write("通讯地址", "江苏省南京市鼓楼区汉口路22号")
        self.next(next_page)

    def specialties(self, *names: str, next_page: str = "聘用单位") -> None:
        for name in names:
            self.at.page.get_by_label(name).check()
        self.next(next_page)

    def employed_at(self, name: str, next_page: str = "继续教育") -> None:
        page = self.at.page
        self.at.write("单位名称或统一社会信用代码", name[2:6])
        self.at.press(name, exact=False)
        self.at.write("所在部门", "安全管理部")
        self.at.write("岗位", "安全工程师")
        page.get_by_label("无固定期限").check()
        self.at.write("起始日期", (today() - timedelta(days=30)).isoformat())
        self.next(next_page)

    def worked(self, next_page: str) -> None:
        """Hours are asked of nobody who is in time; one piece of work is told."""
        self.next("工作经历")
        self.at.write("开始日期", "2019-07-01")
        self.at.write("工作单位", "南京某化工公司")
        self.at.write("从事的工作", "安全管理")
        self.at.press("添加")
        expect(self.at.button("修改 2019-07-01 至 今")).to_be_visible()
        self.next(next_page)

    def by_courier(self) -> None:
        self.at.page.get_by_label("快递寄送，运费到付").check()
        self.at.write("收件人", self.who.name)
        self.at.write("联系电话", self.who.mobile)
        self.at.write("收件地址", "南京市鼓楼区汉口路22号")
        self.next("打印申请表")

    def print_form(self) -> None:
        """Made from the draft, to be signed and stamped."""
        self.at.press("生成申请表")
        expect(self.at.page.get_by_text("下载申请表")).to_be_visible()
        self.next("照片与材料")

    def both_pages(self, title: str) -> None:
        """As a telephone photographs them: one after the other."""
        for place in (1, 2):
            self.choose_file(
                f"选择文件：{title}", f"第{place}页.jpg", paper(f"{title}{place}", self.who.name, today())
            )
            expect(self.at.page.get_by_role("button", name=f"删除{title}")).to_have_count(place)
        expect(self.at.page.get_by_role("button", name=f"选择文件：{title}")).to_have_count(0)

    def chooses(self, body: str, next_page: str) -> None:
        self.at.page.get_by_label(body).click()
        expect(self.at.page.get_by_label(body)).to_be_checked()
        self.next(next_page)

    def hand_in(self) -> str:
        """With a password set before; gives the receipt number."""
        self.submit()
        self.set_password()
        self.submit()
        self.at.sees_heading("申请已提交")
        return self.at.page.get_by_text(re.compile(r"^\S*注 \d{4}-\d{6}$")).first.inner_text()


def handled(at: Visitor, mobile: str, number: str, button: str) -> None:
    """A reviewer comes in, claims the case and passes it on."""
    reviewer = Reviewer(at, mobile)
    reviewer.come_in()
    reviewer.claim(number)
    reviewer.pass_on(button)
    assert at.faults == []


def batch_closed(at: Visitor, mobile: str, person: str) -> None:
    """The batch that took the case is closed by its reviewer."""
    at.sign_in(mobile, PASSWORD)
    at.page.get_by_role("link", name="批次").click()
    at.sees_heading("批次")
    at.page.locator("a[href^='/batches/bat_']").first.click()
    at.sees(person)
    at.press("截止")
    at.page.get_by_role("dialog").get_by_role("button", name="截止").click()
    at.sees("已截止")


def batch_sent(at: Visitor, deed: str, label: str, text: str) -> None:
    """Reported up, or announced."""
    at.press(deed)
    dialog = at.page.get_by_role("dialog")
    dialog.get_by_label(label).fill(text)
    dialog.get_by_role("button", name=deed).click()
    expect(dialog).to_be_hidden()
    at.sees("已办理")
    assert at.faults == []
