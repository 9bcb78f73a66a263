"""A device and browser in words that its owner knows again, from what the browser says of itself."""

import re

UNKNOWN_DEVICE = "未知设备"

# The first match wins: browsers name those they are built from, so the more particular stand first.
BROWSERS = (
    ("微信", r"MicroMessenger/"),
    ("支付宝", r"AlipayClient"),
    ("QQ 浏览器", r"MQQBrowser/|QQBrowser/"),
    ("UC 浏览器", r"UCBrowser/|UBrowser/"),
    ("华为浏览器", r"HuaweiBrowser/"),
    ("小米浏览器", r"MiuiBrowser/"),
    ("夸克", r"Quark/"),
    ("360 浏览器", r"QihooBrowser|360SE|360EE|QHBrowser"),
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Version/.*Safari/"),
    ("IE", r"MSIE |Trident/"),
)
SYSTEMS = (
    ("鸿蒙", r"HarmonyOS|OpenHarmony|ArkWeb"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("macOS", r"Macintosh|Mac OS X"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
)
_BROWSERS = tuple((word, re.compile(pattern, re.IGNORECASE)) for word, pattern in BROWSERS)
_SYSTEMS = tuple((word, re.compile(pattern, re.IGNORECASE)) for word, pattern in SYSTEMS)
_Table = tuple[tuple[str, re.Pattern[str]], ...]
LONGEST_READ = 512
"""A user agent is whatever a client sends: no more of it is searched."""


def device_words(user_agent: str) -> str:
    """Like `Chrome · Windows`, `微信 · Android`, `Safari · iPhone`; UNKNOWN_DEVICE when neither part is known."""
    read = user_agent[:LONGEST_READ]
    known = [word for word in (_first(_BROWSERS, read), _first(_SYSTEMS, read)) if word]
    return " · ".join(known) or UNKNOWN_DEVICE


def _first(table: _Table, read: str) -> str | None:
    return next((word for word, pattern in table if pattern.search(read)), None)
