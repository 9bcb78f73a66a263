"""Cells of a sheet as texts: what is wrong with one, days in every usual spelling, and texts that look like formulas."""

from dataclasses import dataclass
from datetime import date, timedelta

SHOWN = 40
"""So much of a wrong value is repeated."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
MARK = "'"
SERIAL_ORIGIN = date(1899, 12, 30)
"""Day 0 of spreadsheet programs, as they count from March 1900 on."""
SERIALS = range(7306, 73051)
"""Numbers that are taken for a day: 1920 to 2099."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """One wrong value. `line` counts from 1, the headings' line included."""

    line: int
    column: str
    received: str
    wanted: str

    def __str__(self) -> str:
        return f"第 {self.line} 行“{self.column}”收到“{self.received[:SHOWN]}”，须为{self.wanted}"


def escaped(text: str) -> str:
    """With an apostrophe before what a spreadsheet program would take for a formula. `plain` undoes it."""
    return MARK + text if text.lstrip(MARK).startswith(FORMULA_SIGNS) else text


def plain(text: str) -> str:
    """Without the apostrophe that was put before it."""
    return text[1:] if text.startswith(MARK) and text.lstrip(MARK).startswith(FORMULA_SIGNS) else text


def fits(text: str, longest: int, *, least: int = 1) -> bool:
    return least <= len(text) <= longest and text.isprintable()


def day_of(text: str) -> date | None:
    """2025-11-08, 2025/11/8, 2025.11.8, 2025年11月8日, 20251108, or the serial number of a spreadsheet's day."""
    if text.isascii() and text.isdigit() and int(text) in SERIALS:
        return SERIAL_ORIGIN + timedelta(days=int(text))
    spelled = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    parts = spelled.split("-") if not text.isdigit() else [text[:4], text[4:6], text[6:]]
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None
