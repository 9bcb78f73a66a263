"""Browsers as they name themselves, and the words their owners read."""

import pytest

from models.people.devices import UNKNOWN_DEVICE, device_words

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
WINDOWS = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT}"
ANDROID = f"Mozilla/5.0 (Linux; Android 14; 23127PN0CC) {WEBKIT} Version/4.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{WINDOWS} Chrome/131.0.0.0 Safari/537.36", "Chrome · Windows"),
        (f"{WINDOWS} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge · Windows"),
        (f"{WINDOWS} Chrome/122.0.0.0 Safari/537.36 QQBrowser/13.5", "QQ 浏览器 · Windows"),
        ("Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko", "IE · Windows"),
        (f"{ANDROID} Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49", "微信 · Android"),
        (f"{ANDROID} Chrome/100.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.2", "小米浏览器 · Android"),
        (
            "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Safari/537.36 ArkWeb/4.1",
            "Chrome · 鸿蒙",
        ),
        (f"{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1", "Safari · iPhone"),
        (f"{IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1", "Chrome · iPhone"),
        (f"{IPHONE} Mobile/15E148 MicroMessenger/8.0.50", "微信 · iPhone"),
        (f"{MAC} Version/17.4 Safari/605.1.15", "Safari · macOS"),
        (f"{LINUX} Firefox/128.0", "Firefox · Linux"),
        ("Mozilla/5.0 (Windows NT 10.0)", "Windows"),
        ("python-httpx/0.27", UNKNOWN_DEVICE),
        ("", UNKNOWN_DEVICE),
        ("<script>" * 100_000, UNKNOWN_DEVICE),
    ],
)
def test_words(user_agent: str, words: str) -> None:
    assert device_words(user_agent) == words
