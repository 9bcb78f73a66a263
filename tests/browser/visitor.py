"""Somebody at a browser: goes to pages, signs in, reads the outbox in another window."""

import html
import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Locator, Page, Response, expect

from tests.waiting import looked_for

SERVER_FAILED = 500
PROOF_PATIENCE_MS = 30_000


@dataclass
class Visitor:
    """One browser with one page open. `site` is the address of the server."""

    context: BrowserContext
    page: Page
    site: str
    faults: list[str] = field(default_factory=list)
    """What the page complained of: errors of scripts, answers of the server that say it failed."""

    def watch(self) -> None:
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("response", self._look_at)

    def _look_at(self, response: Response) -> None:
        if response.status >= SERVER_FAILED:
            self.faults.append(f"{response.status} {response.url}")

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)

    def button(self, name: str | re.Pattern[str], *, exact: bool = True) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    def press(self, name: str, *, exact: bool = True) -> None:
        self.button(name, exact=exact).click()

    def write(self, label: str, value: str) -> None:
        self.page.get_by_label(label).fill(value)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def sees_heading(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible()

    def sign_in(self, login: str, password: str) -> None:
        self.go("/sign-in")
        self.page.get_by_role("tab", name="密码").click()
        self.write("账号", login)
        self.page.get_by_role("textbox", name="密码").fill(password)
        self.press("登录")
        self.page.wait_for_url(re.compile(r"/(home|desk)"))

    def prove_mobile(self, mobile: str, button: str) -> None:
        """Mobile number, the click check instead of dragging, and the code from the outbox."""
        self.page.get_by_role("textbox", name="手机号").fill(mobile)
        self.press("获取验证码")
        self.press("改用点击验证")
        code_field = self.page.get_by_label("验证码", exact=True)
        expect(code_field).to_be_visible(timeout=PROOF_PATIENCE_MS)
        code_field.fill(self.code_of(mobile))
        self.press(button)

    def code_of(self, mobile: str) -> str:
        """The newest code sent to the mobile."""
        return self.sent_to(mobile, r"验证码 (\d{6})")

    def sent_to(self, target: str, pattern: str) -> str:
        """What the group of the pattern finds in the newest message to a mobile or an address that has it."""

        def look() -> str | None:
            text = html.unescape(self.context.request.get(f"{self.site}/outbox?rows").text())
            found = re.search(rf"{re.escape(target)}</span><span[^>]*>[^<]*?{pattern}", text)
            return found[1] if found else None

        return looked_for(look)
