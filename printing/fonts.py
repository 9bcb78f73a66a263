"""Which characters the installed fonts can draw. A name must never be printed with a box in it."""

import shutil
import subprocess
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from printing.errors import NoChineseFont

CHINESE_SAMPLE = "执业注册证"
"""Characters that every Chinese font has."""

SCALABLE_FORMATS = ("TrueType", "CFF")
WHITE_SPACE = "\n\t "
UNPRINTABLE_CATEGORIES = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
"""Controls, invisible and direction marks, unassigned, private use, halves of pairs, separators: some fonts
have pictures of their own for private-use numbers, so coverage alone does not tell."""

VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))

Span = tuple[int, int]


def missing_characters(text: str) -> set[str]:
    """The characters of a text that cannot be printed; empty when all can.

    The first call in a process asks fontconfig (tens of milliseconds); later ones are a look-up.
    """
    return {character for character in set(text) if not _printable(character)}


def require_chinese() -> None:
    """Refuse to go on where no Chinese font is installed.

    Raises:
        NoChineseFont: with the packages to install.
    """
    if missing_characters(CHINESE_SAMPLE):
        raise NoChineseFont


def _printable(character: str) -> bool:
    if character in WHITE_SPACE:
        return True
    if unicodedata.category(character) in UNPRINTABLE_CATEGORIES:
        return False
    code = ord(character)
    return _is_variation_selector(code) or _covered(code)


def _is_variation_selector(code: int) -> bool:
    """Whether a code only chooses a form of the character before it; where there is no such form, the base stays."""
    return any(code in span for span in VARIATION_SELECTORS)


def _covered(code: int) -> bool:
    spans = _installed_coverage()
    at = bisect_right(spans, code, key=lambda span: span[0]) - 1
    return at >= 0 and code <= spans[at][1]


@lru_cache(maxsize=1)
def _installed_coverage() -> tuple[Span, ...]:
    return _merged(chain.from_iterable(map(_spans, _charsets())))


def _charsets() -> list[str]:
    program = shutil.which("fc-list")
    if program is None:
        raise NoChineseFont("没有找到 fc-list，不能得知已安装的字体，请安装 fontconfig")
    listed = subprocess.run(  # noqa: S603  a fixed program with fixed arguments
        [program, ":scalable=true", "--format", "%{fontformat}\t%{charset}\n"],
        capture_output=True,
        check=True,
        text=True,
    )
    lines = (line.split("\t") for line in listed.stdout.splitlines())
    return list({charset for kind, charset in lines if kind in SCALABLE_FORMATS})


def _spans(charset: str) -> Iterable[Span]:
    for part in charset.split():
        first, _, last = part.partition("-")
        yield int(first, 16), int(last or first, 16)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
