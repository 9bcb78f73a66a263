"""A deploy while somebody writes: the open page says so, loses nothing, and shows no white page for a part that is gone."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Opens
from tests.browser.made import ready_draft
from tests.browser.visitor import Visitor
from tests.server import Server

INBOX = "src/pages/inbox/InboxPage.tsx"
BUILD = re.compile(r'(<meta name="build" content=")\w+')
ADDRESS = "江苏省南京市玄武区北京东路1号"


@dataclass
class Deploy:
    """Another build in the place of the one that is served, without the file that this one needs for the inbox."""

    web: Path

    def __enter__(self) -> Path:
        """Gives the place of the file that is gone."""
        page = self.web / "index.html"
        self._before = page.read_text()
        page.write_text(BUILD.sub(r"\1another", self._before))
        manifest = json.loads((self.web / ".vite" / "manifest.json").read_text())
        part: Path = self.web / manifest[INBOX]["file"]
        part.rename(part.with_suffix(".gone"))
        return part

    def __exit__(self, *failure: object) -> None:
        (self.web / "index.html").write_text(self._before)
        for gone in self.web.rglob("*.gone"):
            gone.rename(gone.with_suffix(".js"))


def test_an_open_page_offers_the_new_build_and_keeps_what_was_typed(opens: Opens, server: Server) -> None:
    who, visitor = ready_draft(server), opens(PHONE)
    page = visitor.page
    visitor.sign_in(who.mobile, who.password)
    page.get_by_role("link", name="继续填写").click()
    visitor.sees_heading("诚信承诺")
    visitor.go(urlsplit(page.url).path.replace("/pledge", "/basic"))
    visitor.sees_heading("个人信息")
    visitor.sees("实时更新")
    expect(page.locator(".new-build")).to_have_count(0)

    server.kill()
    visitor.write("通讯地址", ADDRESS)
    with Deploy(Path(server.settings["WEB_DIR"])) as part:
        server.start()
        visitor.sees("有新版本。")
        expect(page.get_by_label("通讯地址")).to_have_value(ADDRESS)
        visitor.press("刷新")
        visitor.sees_heading("个人信息")
        expect(page.get_by_label("通讯地址")).to_have_value(ADDRESS)
        expect(page.locator(".new-build")).to_have_count(0)
        part_that_a_deploy_replaced(visitor, part)


def part_that_a_deploy_replaced(visitor: Visitor, part: Path) -> None:
    """The page asks for it by the name that the old build gave it."""
    visitor.go("/home")
    visitor.sees("实时更新")
    loaded = visitor.page.locator("meta[name=build]")
    loaded.evaluate("(meta) => { meta.content = 'before'; }")  # as if loaded before the deploy
    visitor.page.get_by_role("link", name="消息").click()
    visitor.sees_heading("有新版本。")
    visitor.sees("这一页已经换成新版本，刷新后打开。")
    part.with_suffix(".gone").rename(part)
    visitor.page.locator("main").get_by_role("button", name="刷新").click()
    visitor.sees_heading("消息")
