"""Examination records of the demonstration: everybody with a true identity number has passed."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import today
from models.people.examinations import ExaminationRecord, ExaminationRecords
from models.people.identity import identity_facts
from models.people.kinds import IdentityKind

PROVINCE_DIGITS = 2
INVENTED_DIGITS = 8
INVENTED_AGE = timedelta(days=60)
INVENTED = (
    (Profession.FIRE_ENGINEER, Grade.FIRST, "XF", ()),
    (Profession.SAFETY_ENGINEER, Grade.INTERMEDIATE, "AQ", ("CHEMICAL", "OTHER")),
    (Profession.SUPERVISION_ENGINEER, None, "JL", ()),
)


class DemonstrationRecords:
    """Everybody whose resident number holds has passed every examination two months ago, of fire engineers the first
    grade: so that a visitor can play the story with any number. The same number always has the same certificate
    number. What was imported comes before what is invented."""

    def __init__(self, imported: ExaminationRecords) -> None:
        self._imported = imported

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]:
        if found := await self._imported.passed_by(name, kind, number):
            return found
        facts = identity_facts(number) if kind is IdentityKind.RESIDENT else None
        if facts is None:
            return ()
        obtained = today() - INVENTED_AGE
        digits = int(sha256(number.encode()).hexdigest(), 16) % 10**INVENTED_DIGITS
        region = facts.region_code[:PROVINCE_DIGITS].ljust(6, "0")
        return tuple(
            ExaminationRecord(
                profession,
                grade,
                f"{letters}{obtained.year}{digits:0{INVENTED_DIGITS}d}",
                obtained,
                region,
                specialties=specialties,
            )
            for profession, grade, letters, specialties in INVENTED
        )
