"""Opens every page at both widths against the stand-in, runs axe, and keeps the pictures. Never shipped."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

BASE, OUT = sys.argv[1], Path(sys.argv[2])
ONLY = sys.argv[3:]
PAGES = {
    "front": "/?stranger", "sign-in": "/sign-in?stranger", "open": "/sign-in?door=initial&stranger", "recover": "/sign-in/recover?stranger",
    "new-password": "/sign-in/new-password?stranger", "home": "/home", "list": "/registrations", "new": "/registrations/new",
    "case": "/registrations/reg_1", "returned": "/registrations/reg_3", "pledge": "/registrations/reg_2/edit/pledge",
    "basic": "/registrations/reg_2/edit/basic", "employment": "/registrations/reg_2/edit/employment",
    "materials": "/registrations/reg_2/edit/materials", "authority": "/registrations/reg_2/edit/authority",
    "check": "/registrations/reg_2/check", "receipt": "/registrations/reg_1/receipt", "certificates": "/certificates",
    "certificate": "/certificates/cer_1", "inbox": "/inbox", "me": "/me", "missing": "/registrations/reg_99",
}
AXE = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def judge(page: Page, name: str) -> int:
    page.evaluate(AXE)
    result = page.evaluate("tags => axe.run({runOnly: tags, rules: {'target-size': {enabled: true}}})", TAGS)
    for violation in result["violations"]:
        print(name, violation["id"], [node["target"] for node in violation["nodes"]][:4], flush=True)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        print(name, "scrolls sideways by", wide)
    return len(result["violations"]) + (wide > 0)


with sync_playwright() as runner:
    browser = runner.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    found = 0
    for width in (390, 1280, 320):
        page = browser.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
        page.on("console", lambda message: message.type in ("error", "warning") and print("console:", message.text[:300]))
        page.on("pageerror", lambda error: print("error:", str(error)[:400]))
        for name, path in PAGES.items():
            if ONLY and name not in ONLY:
                continue
            page.goto(BASE + path)
            page.wait_for_selector("h1")
            page.wait_for_timeout(900 if name == "home" else 350)
            found += judge(page, f"{name}-{width}")
            if width != 320:
                page.screenshot(path=OUT / f"{name}-{width}.png", full_page=True)
    print("violations:", found)
