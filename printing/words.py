"""How dates and times are written on paper: China time, Chinese words."""

from datetime import date, datetime

from models.kernel.clock import CHINA


def day(on: date) -> str:
    """2026年11月21日."""
    return f"{on.year}年{on.month}月{on.day}日"


def moment(at: datetime) -> str:
    """2026年11月21日15时04分, in China, of an aware instant."""
    local = at.astimezone(CHINA)
    return f"{day(local.date())}{local:%H时%M分}"
