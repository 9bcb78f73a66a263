"""Somebody without a mouse: Tab until it is reached, with the focus to be seen."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.browser.visitor import Visitor

MOST_STOPS = 150
HAS_FOCUS = "(element) => element === document.activeElement"
SEEN = """(element) => {
  const ringed = (one) => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none';
  return ringed(element) || ringed(element.parentElement);
}"""


@dataclass
class Hands:
    """On a keyboard."""

    at: Visitor

    def key(self, name: str) -> None:
        self.at.page.keyboard.press(name)

    def type(self, text: str) -> None:
        self.at.page.keyboard.type(text)

    def tab_to(self, target: Locator) -> None:
        """In the order of the page; fails when Tab does not come by, or nobody could see that it did."""
        expect(target).to_be_visible()
        for _ in range(MOST_STOPS):
            if target.evaluate(HAS_FOCUS):
                assert target.evaluate(SEEN), "the focus cannot be seen"
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not reach {target}")

    def press(self, name: str, within: Locator | None = None) -> None:
        self.tab_to((within or self.at.page.locator("body")).get_by_role("button", name=name).first)
        self.key("Enter")

    def write(self, field: Locator, text: str) -> None:
        self.tab_to(field)
        self.key("ControlOrMeta+a")
        self.type(text)

    def sign_in(self, login: str, password: str) -> None:
        page = self.at.page
        self.at.go("/sign-in")
        self.tab_to(page.get_by_role("tab", name="手机验证码"))
        self.key("ArrowRight")
        self.write(page.get_by_label("账号"), login)
        self.write(page.get_by_role("textbox", name="密码"), password)
        self.key("Enter")
