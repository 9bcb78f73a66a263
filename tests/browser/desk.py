"""What a reviewer does at the desk, by clicking and typing."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from api.demo.known import PASSWORD
from tests.browser.visitor import Visitor


@dataclass
class Reviewer:
    """Somebody at a browser who reviews; the queue is open and moves by itself."""

    at: Visitor
    mobile: str

    def come_in(self) -> None:
        self.at.sign_in(self.mobile, PASSWORD)
        self.at.sees_heading(re.compile("待我审核"))

    def row_of(self, number: str) -> Locator:
        return self.at.page.get_by_role("row").filter(has_text=number)

    def show_arrivals(self) -> None:
        """What came in waits behind the pill; nothing moves before it is pressed."""
        self.at.press("有 1 件新到，点此显示", exact=False)

    def claim(self, number: str) -> None:
        """Out of the queue, into the case."""
        self.row_of(number).get_by_role("button", name="领取").click()
        expect(self.row_of(number)).to_contain_text("我")
        self.row_of(number).get_by_role("link").first.click()
        self.at.sees("您已领取")

    def remark(self, field: str, text: str) -> None:
        self.at.press(f"对“{field}”写意见")
        self.at.page.get_by_label(f"对“{field}”的意见").fill(text)
        self.at.press("记下意见")

    def send_back(self) -> None:
        self.at.press("退回补正", exact=False)
        dialog = self.at.page.get_by_role("dialog")
        dialog.get_by_role("button", name="退回补正", exact=False).click()
        expect(dialog).to_be_hidden()

    def pass_on(self, button: str) -> None:
        self.at.press(button, exact=False)
        dialog = self.at.page.get_by_role("dialog")
        dialog.get_by_role("button", name=button, exact=False).click()
        expect(dialog).to_be_hidden()
