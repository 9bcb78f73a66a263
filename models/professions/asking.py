"""How a rule is written: a check that says its findings with the rule's own id and law."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from models.kernel.rules import Finding, Rule
from models.professions.facts import CaseFacts, FileFacts

Say = Callable[..., Finding]
Check = Callable[[CaseFacts, Say], Iterable[Finding]]

OCTETS_PER_KB = 1024
OCTETS_PER_MB = 1024 * 1024

MEDIA_WORDS = {
    "image/jpeg": "JPG",
    "image/png": "PNG",
    "application/pdf": "PDF",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/webp": "WEBP",
}


def ruled(  # noqa: PLR0913 a line of the rulebook's table
    id: str, question: str, law: str, value: str, check: Check, *, changeable: bool = False
) -> Rule[CaseFacts]:
    """A rule whose findings carry its id and law."""
    say = partial(Finding, rule=id, law=law)
    return Rule(id, question, law, value, lambda facts: check(facts, say), changeable)


def told_only(id: str, question: str, law: str, value: str, *, changeable: bool = False) -> Rule[CaseFacts]:
    """A rule that the service keeps elsewhere (a deadline, a validity): listed, never a finding."""
    return ruled(id, question, law, value, lambda facts, say: (), changeable=changeable)


def years_later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def years_before(day: date, years: int) -> date:
    """The same day some years ago; 29 February becomes 28 February."""
    return years_later(day, -years)


def full_years(since: date, day: date) -> int:
    """Completed years of age, or since an event, on a day."""
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))


def size_words(octets: int) -> str:
    """286KB, 2.8MB; sizes above a limit never round down to it."""
    if octets < OCTETS_PER_MB:
        return f"{-(-octets // OCTETS_PER_KB)}KB"
    return f"{octets / OCTETS_PER_MB:.1f}MB"


def type_words(media_types: Iterable[str | None]) -> str:
    return "、".join(MEDIA_WORDS.get(one or "", one or "无法识别的文件") for one in media_types)


def file_words(file: FileFacts) -> str:
    """JPG、286KB."""
    return f"{type_words([file.media_type])}、{size_words(file.octets)}"


def blank(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())
