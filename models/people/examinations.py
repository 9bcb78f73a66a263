"""Examination records: who passed which examination. A port, for the records are kept by the examining body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from models.authorities.kinds import Grade, Profession
from models.people.kinds import IdentityKind


@dataclass(frozen=True, slots=True)
class ExaminationRecord:
    """One examination passed. `region_code`: six digits of the province in which it was."""

    profession: Profession
    grade: Grade | None
    certificate_number: str
    obtained_on: date
    region_code: str
    management_number: str | None = None
    specialties: tuple[str, ...] = ()
    """Codes of what was examined; empty: an examination without specialties."""


class ExaminationRecords(Protocol):
    """Asked for one person by name and number, outside any unit of work. Nothing found and not reachable are the
    same: an empty answer, and the next save asks again."""

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]: ...


class NoRecords:
    """Where no examining body is connected."""

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]:
        return ()


class RecordsDesk:
    """The port as the service lends it, found by its type."""

    def __init__(self, records: ExaminationRecords) -> None:
        self.records = records
