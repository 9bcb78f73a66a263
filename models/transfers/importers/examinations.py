"""Examination records: who passed which examination, as the examining bodies give their results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import today
from models.kernel.unit import Unit
from models.people.imports import ResultLine
from models.people.steps.importing import Source, known_results, result_kind, write_results
from models.people.tables import ExaminationResult
from models.professions.words import PROFESSION_WORDS
from models.transfers.cells import BadCell, day_of, fits
from models.transfers.importer import Cells, Column, Importer, Key, Line, Origin, Verdict
from models.transfers.kinds import ImportKind, RowOutcome
from models.transfers.people_cells import COLUMNS as PERSON
from models.transfers.people_cells import Who, who
from models.transfers.rights import Place
from models.transfers.specialties import SPECIALTY, specialties_of

CERTIFICATE = "证书编号"
PROFESSION, GRADE, PASSED, REGION, MANAGEMENT = "执业资格", "级别", "取得日期", "省份代码", "管理号"
PROFESSIONS = {word: profession for profession, word in PROFESSION_WORDS.items()}
GRADES = {"": None, "一级": Grade.FIRST, "二级": Grade.SECOND, "中级": Grade.INTERMEDIATE}
LONGEST_NUMBER, REGION_DIGITS = 40, 6
OUTCOMES = {"added": RowOutcome.NEW, "changed": RowOutcome.CHANGED, "same": RowOutcome.SAME}


@dataclass(frozen=True, slots=True)
class PassLine(Line):
    result: ResultLine


def _parsed(line: int, cells: Cells) -> PassLine | list[BadCell]:
    day, specialties = day_of(cells[PASSED]), specialties_of(PROFESSIONS.get(cells[PROFESSION]), cells)
    rules = (
        (CERTIFICATE, fits(cells[CERTIFICATE], LONGEST_NUMBER), f"1 至 {LONGEST_NUMBER} 个字符"),
        (PROFESSION, cells[PROFESSION] in PROFESSIONS, "、".join(PROFESSIONS)),
        (GRADE, cells.get(GRADE, "") in GRADES, "、".join(filter(None, GRADES)) + "或空"),
        (PASSED, day is not None and day <= today(), "不晚于今天的日期，例如 2025-11-08"),
        (REGION, _is_region(cells[REGION]), "六位省级行政区划代码，例如 320000"),
        (
            MANAGEMENT,
            fits(cells.get(MANAGEMENT, ""), LONGEST_NUMBER, least=0),
            f"至多 {LONGEST_NUMBER} 个字符",
        ),
        (SPECIALTY, specialties is not None, "该执业资格的专业类别，以、分隔，或空"),
    )
    wrong = [BadCell(line, name, cells.get(name, ""), wanted) for name, fine, wanted in rules if not fine]
    person = who(line, cells)
    if isinstance(person, list):
        return wrong + person
    if wrong or day is None or specialties is None:
        return wrong
    return PassLine(line, _result(line, cells, person, day, specialties))


def _result(line: int, cells: Cells, person: Who, day: date, specialties: tuple[str, ...]) -> ResultLine:
    return ResultLine(
        line=line,
        certificate_number=cells[CERTIFICATE],
        name=person.name,
        kind=person.kind,
        number=person.number,
        profession=Profession(PROFESSIONS[cells[PROFESSION]]),
        grade=GRADES[cells.get(GRADE, "")],
        obtained_on=day,
        region_code=cells[REGION],
        management_number=cells.get(MANAGEMENT) or None,
        specialties=specialties,
    )


def _is_region(code: str) -> bool:
    return len(code) == REGION_DIGITS and code.isascii() and code.isdigit()


def _keys(line: PassLine) -> list[Key]:
    number = line.result.certificate_number
    return [Key(CERTIFICATE, number, (line.result.profession, number), "编号")]


def _place(line: PassLine) -> Place:
    return Place(line.result.profession.value, line.result.region_code)


async def _compare(lines: Sequence[PassLine], origin: Origin) -> dict[int, Verdict]:
    known = await known_results([line.result for line in lines])
    return {line.number: Verdict(_outcome(line, known, origin.secret)) for line in lines}


def _outcome(line: PassLine, known: Mapping[tuple[str, str], ExaminationResult], secret: bytes) -> RowOutcome:
    return OUTCOMES[result_kind(line.result, known, secret)]


async def _write(
    unit: Unit, lines: Sequence[PassLine], verdicts: Mapping[int, Verdict], origin: Origin
) -> None:
    source = Source(origin.file, origin.by)
    await write_results(unit, lines=[line.result for line in lines], source=source, secret=origin.secret)


EXAMINATIONS = Importer(
    ImportKind.EXAMINATION_RECORDS,
    (
        Column(CERTIFICATE, f"至多 {LONGEST_NUMBER} 个字符，每个执业资格内唯一", "XF20260001"),
        *PERSON,
        Column(PROFESSION, "、".join(PROFESSIONS), "注册消防工程师"),
        Column(GRADE, "、".join(filter(None, GRADES)) + "，或空", "一级", needed=False),
        Column(PASSED, "日期，不晚于今天", "2025-11-08"),
        Column(REGION, "六位省级行政区划代码", "320000"),
        Column(MANAGEMENT, f"至多 {LONGEST_NUMBER} 个字符", "", needed=False),
        Column(SPECIALTY, "专业类别名称，多个以、分隔", "", needed=False),
    ),
    _parsed,
    _keys,
    _place,
    _compare,
    _write,
)
