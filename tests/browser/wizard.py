"""What a person does in the wizard, by clicking and typing."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from playwright.sync_api import expect

from api.demo.known import PASSWORD
from models.kernel.clock import today
from tests.browser.visitor import Visitor
from tests.journeys.applicant import BORN, Facts
from tests.journeys.papers import paper, phone_photo

FIVE_FUNCTIONS = ("初始注册", "延续注册", "变更注册", "重新注册", "补办注册证、印章")
SCANS = ("资格证书", "身份证（正反面）", "劳动合同")


@dataclass
class Applicant:
    """Somebody at a browser who applies."""

    at: Visitor
    who: Facts = field(default_factory=Facts)

    def arrive(self) -> None:
        """From the front page to the pledge of a new application."""
        self.at.go("/")
        self.at.page.get_by_role("link", name="注册消防工程师注册审批").click()
        self.at.sees_heading("消防工程师注册")
        for function in FIVE_FUNCTIONS:
            self.at.sees_heading(function)
        door = self.at.page.locator("section").filter(
            has=self.at.page.get_by_role("heading", name="初始注册")
        )
        door.last.get_by_text("开始办理").click()
        self.at.prove_mobile(self.who.mobile, "验证并开始填写")
        self.at.press("开始初始注册")
        self.at.sees("消防工程师初始注册　资料申报")
        self.at.sees_heading("诚信承诺")

    def fill_in(self) -> None:
        """All steps, to the last look."""
        self.pledge()
        self.basic()
        self.employment()
        self.photo()
        for title in SCANS:
            self.scan(title)
        self.next("选择机构")
        self.choose_corps()

    def pledge(self, next_page: str = "个人信息") -> None:
        self.at.page.get_by_label("我已通读以上内容").check()
        self.next(next_page)
        self.at.sees("网上申报")

    def basic(self) -> None:
        page = self.at.page
        self.at.write("姓名", self.who.name)
        page.get_by_label("女", exact=True).check()
        page.get_by_label("证件类型").select_option(label="居民身份证")
        self.at.write("证件号码", self.who.number)
        self.at.write("出生日期", BORN.isoformat())
        self.at.write("学历专业", "消防工程 本科")
        page.get_by_label("我具有完全民事行为能力").check()
        self.at.write("通讯地址", "江苏省南京市鼓楼区汉口路22号")
        self.at.sees("列出的是查到的您名下的资格证书。")
        self.next("聘用单位")

    def employment(self) -> None:
        page = self.at.page
        self.at.write("单位名称或统一社会信用代码", "青砚")
        self.at.press("南京青砚消防技术服务有限公司", exact=False)
        self.at.write("岗位", "消防设施检测员")
        page.get_by_label("有固定期限").check()
        self.at.write("起始日期", (today() - timedelta(days=30)).isoformat())
        self.at.write("终止日期", (today() + timedelta(days=1000)).isoformat())
        self.next("照片与材料")

    def photo(self) -> None:
        """The photo as the phone took it, cut by the photo tool; the person sees the result before it is used."""
        self.choose_file("选择照片", "手机照片.jpg", phone_photo())
        self.at.press("生成照片")
        expect(self.at.page.get_by_alt_text("裁剪后的照片")).to_be_visible()
        self.at.sees("295×413")
        self.at.press("使用这张")
        expect(self.at.page.get_by_alt_text("您的证件照片")).to_be_visible()

    def scan(self, title: str) -> None:
        content = paper(title, self.who.name, date(2026, 9, 1))
        self.choose_file(f"选择文件：{title}", f"{title}.jpg", content)
        expect(self.at.page.get_by_role("button", name=f"删除{title}")).to_be_visible()

    def choose_file(self, button: str, name: str, content: bytes) -> None:
        with self.at.page.expect_file_chooser() as chooser:
            self.at.press(button, exact=False)
        chooser.value.set_files({"name": name, "mimeType": "image/jpeg", "buffer": content})

    def retake(self, kind: str) -> None:
        """From the entry page to the pledge of a later kind, through the sign-in that it asks for."""
        self.at.go("/fire-engineer")
        door = self.at.page.locator("section").filter(
            has=self.at.page.get_by_role("heading", name=kind, exact=True)
        )
        door.last.get_by_text("开始办理").click()
        self.at.page.wait_for_url("**/sign-in?next=**")
        self.at.page.get_by_role("tab", name="密码").click()
        self.at.write("账号", self.who.mobile)
        self.at.page.get_by_role("textbox", name="密码").fill(PASSWORD)
        self.at.press("登录")
        self.at.press(f"开始{kind}")
        self.at.sees(f"消防工程师{kind}　资料申报")

    def choose_corps(self) -> None:
        self.at.page.get_by_label("江苏省消防救援总队").click()
        expect(self.at.page.get_by_label("江苏省消防救援总队")).to_be_checked()
        self.next("检查并提交")

    def submit(self, button: str = "提交申请") -> None:
        """Once the page says that nothing is missing."""
        self.at.sees("注册条件全部满足。")
        self.at.page.get_by_label("我确认以上内容和材料真实").check()
        self.at.press(button)

    def set_password(self) -> None:
        """Asked of a newcomer before the first submission."""
        self.at.page.get_by_text("请先设置密码，再提交申请").click()
        self.at.page.get_by_label("新密码", exact=True).fill(self.who.password)
        self.at.write("再输一次新密码", self.who.password)
        self.at.press("保存密码")
        self.at.sees_heading("检查并提交")

    def next(self, heading: str) -> None:
        self.at.press("保存并继续")
        self.at.sees_heading(heading)
