"""Rules as dated, typed data. One evaluation gives findings: present value, needed value, law, what to do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

F = TypeVar("F")


class Severity(StrEnum):
    """How grave an unmet finding is."""

    BLOCKING = "BLOCKING"
    WARNING = "WARNING"
    ADVICE = "ADVICE"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The answer of one rule: met or not, with what there is and what is needed."""

    rule: str
    law: str
    message: str
    met: bool = False
    severity: Severity = Severity.BLOCKING
    present: str | None = None
    needed: str | None = None
    advice: str | None = None
    met_at: date | None = None
    path: tuple[str, ...] | None = None
    parts: "tuple[Finding, ...]" = ()

    @property
    def blocks(self) -> bool:
        return not self.met and self.severity is Severity.BLOCKING


@dataclass(frozen=True)
class Rule(Generic[F]):
    """One rule of an edition. `check` gets the facts and gives its findings (none: it does not apply)."""

    id: str
    question: str
    law: str
    value: str
    check: Callable[[F], Iterable[Finding]]
    changeable: bool = False


@dataclass(frozen=True)
class Edition(Generic[F]):
    """The rules in force between two days. A running case keeps the edition it was submitted under."""

    id: str
    valid_from: date
    rules: tuple[Rule[F], ...]
    valid_until: date | None = None

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def findings(self, facts: F) -> list[Finding]:
        """Every finding of every rule that applies, unmet ones first, in the rules' order."""
        found = [finding for rule in self.rules for finding in rule.check(facts)]
        return sorted(found, key=lambda finding: (finding.met, finding.severity is not Severity.BLOCKING))


def edition_on(editions: Iterable[Edition[F]], day: date) -> Edition[F]:
    """The edition in force on a day. :raises LookupError: none is."""
    for edition in editions:
        if edition.covers(day):
            return edition
    raise LookupError(f"no edition is in force on {day}")


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.blocks]
