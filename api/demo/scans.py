"""Drawn "scans" of papers: plainly invented, so marked, with the words that a reviewer compares."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from api.demo.fonts import font_for

PAPER, INK, RED, BLUE = "#fdfcf8", "#222222", "#c62828", "#dfe9f3"
PAGE = (620, 877)
"""A4 at 75 dots per inch."""
QUALITY = 80
MARGIN, LINE = 60, 38
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 30, 19, 13
MARK = "演示用  非真实证件"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a paper: lines "label：value", who sealed it, a picture at the top right if it has one."""

    title: str
    lines: Sequence[str]
    seal: str | None = None
    photo: bytes | None = None
    framed: bool = False


def scan(sheet: Sheet) -> bytes:
    """A JPEG of one page, some 40 KB."""
    page = Image.new("RGB", PAGE, PAPER)
    draw = ImageDraw.Draw(page)
    if sheet.framed:
        draw.rounded_rectangle((30, 30, PAGE[0] - 30, 560), 18, fill=BLUE, outline="#8aa0b6", width=2)
    _centred(draw, sheet.title, 70, TITLE_SIZE)
    for place, line in enumerate(sheet.lines):
        draw.text((MARGIN, 150 + place * LINE), line, fill=INK, font=font_for(line, TEXT_SIZE))
    if sheet.photo:
        page.paste(Image.open(BytesIO(sheet.photo)).resize((118, 165)), (PAGE[0] - 190, 140))
    if sheet.seal:
        _seal(draw, sheet.seal)
    _centred(draw, MARK, PAGE[1] - 60, SMALL_SIZE, "#9a9a9a")
    encoded = BytesIO()
    page.save(encoded, "JPEG", quality=QUALITY)
    return encoded.getvalue()


def _seal(draw: ImageDraw.ImageDraw, body: str) -> None:
    x, y, radius = PAGE[0] - 170, 640, 70
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=RED, width=4)
    star = font_for("★", 34)
    draw.text((x, y), "★", fill=RED, font=star, anchor="mm")
    draw.text((x, y + 42), body[:7], fill=RED, font=font_for(body, SMALL_SIZE), anchor="mm")


def _centred(draw: ImageDraw.ImageDraw, text: str, y: int, size: int, colour: str = INK) -> None:
    draw.text((PAGE[0] / 2, y), text, fill=colour, font=font_for(text, size), anchor="mm")
