"""Examination records: who passed which examination. A port, for the records are kept by the examining body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Protocol

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import today
from models.people.identity import identity_facts
from models.people.kinds import IdentityKind

PROVINCE_DIGITS = 2
INVENTED_DIGITS = 8
INVENTED_AGE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ExaminationRecord:
    """One examination passed. `region_code`: six digits of the province in which it was."""

    profession: Profession
    grade: Grade | None
    certificate_number: str
    obtained_on: date
    region_code: str
    management_number: str | None = None


class ExaminationRecords(Protocol):
    """Asked for one person by name and number, outside any unit of work. Nothing found and not reachable are the
    same: an empty answer, and the next save asks again."""

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]: ...


class NoRecords:
    """Where no examining body is connected."""

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]:
        return ()


class DemonstrationRecords:
    """Everybody whose resident number holds has passed the first grade of fire engineer, two months ago: so that a
    visitor can play the story with any number. The same number always has the same certificate number."""

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]:
        facts = identity_facts(number) if kind is IdentityKind.RESIDENT else None
        if facts is None:
            return ()
        obtained = today() - INVENTED_AGE
        digits = int(sha256(number.encode()).hexdigest(), 16) % 10**INVENTED_DIGITS
        return (
            ExaminationRecord(
                Profession.FIRE_ENGINEER,
                Grade.FIRST,
                f"XF{obtained.year}{digits:0{INVENTED_DIGITS}d}",
                obtained,
                facts.region_code[:PROVINCE_DIGITS].ljust(6, "0"),
            ),
        )


class RecordsDesk:
    """The port as the service lends it, found by its type."""

    def __init__(self, records: ExaminationRecords) -> None:
        self.records = records
