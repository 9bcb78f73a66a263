"""Taking examination records over, and finding those of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.authorities.kinds import Grade, Profession
from models.kernel.unit import Unit
from models.people.examinations import ExaminationRecord
from models.people.imports import ResultLine, person_hash
from models.people.kinds import IdentityKind
from models.people.tables import ExaminationResult

LONGEST_SOURCE, LONGEST_WHO = 120, 64


@dataclass(frozen=True)
class Source:
    """Where records come from: the file's name, and who takes them over."""

    file: str
    by: str


async def known_results(lines: Sequence[ResultLine]) -> dict[tuple[str, str], ExaminationResult]:
    """What is in the table already, by profession and certificate number."""
    numbers = [line.certificate_number for line in lines]
    return {
        (row.profession, row.certificate_number): row
        for row in await ExaminationResult.filter(certificate_number__in=numbers)
    }


def result_kind(line: ResultLine, known: Mapping[tuple[str, str], ExaminationResult], secret: bytes) -> str:
    """`added`, `changed` or `same`: what taking the line over does."""
    return _kind_of(known.get((line.profession.value, line.certificate_number)), _facts(line, secret))


async def write_results(unit: Unit, *, lines: Sequence[ResultLine], source: Source, secret: bytes) -> None:
    """In the unit of work of their import. The same lines again change nothing."""
    known = await known_results(lines)
    fresh = []
    for line in lines:
        facts = _facts(line, secret)
        row = known.get((line.profession.value, line.certificate_number))
        if row is None:
            fresh.append(ExaminationResult(**facts, **_origin(unit, source)))
        elif _kind_of(row, facts) == "changed":
            await ExaminationResult.filter(id=row.id).update(**facts, **_origin(unit, source))
    await ExaminationResult.bulk_create(fresh)


class ImportedRecords:
    """The port's real adapter: reads what was imported. `secret` is the one it was imported under."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]:
        found = ExaminationResult.filter(person_hash=person_hash(self._secret, name, kind, number))
        return [_record(row) for row in await found.order_by("obtained_on", "id")]


def _record(row: ExaminationResult) -> ExaminationRecord:
    return ExaminationRecord(
        Profession(row.profession),
        Grade(row.grade) if row.grade else None,
        row.certificate_number,
        row.obtained_on,
        row.region_code,
        row.management_number,
        tuple(row.specialties),
    )


def _kind_of(row: ExaminationResult | None, facts: dict[str, Any]) -> str:
    if row is None:
        return "added"
    return "same" if all(getattr(row, name) == value for name, value in facts.items()) else "changed"


def _facts(line: ResultLine, secret: bytes) -> dict[str, str | list[str] | date | None]:
    return {
        "profession": line.profession.value,
        "certificate_number": line.certificate_number,
        "person_hash": person_hash(secret, line.name, line.kind, line.number),
        "grade": line.grade.value if line.grade else None,
        "management_number": line.management_number,
        "obtained_on": line.obtained_on,
        "region_code": line.region_code,
        "specialties": list(line.specialties),
    }


def _origin(unit: Unit, source: Source) -> dict[str, Any]:
    return {
        "source": source.file[:LONGEST_SOURCE],
        "imported_at": unit.now,
        "imported_by": source.by[:LONGEST_WHO],
    }
