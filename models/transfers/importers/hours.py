"""Class hours that training bodies report. What a person has entered meanwhile is joined with it and counts once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.authorities.kinds import Profession
from models.education.checks import LONGEST_NAME, MOST_HOURS, Study, wrong_with
from models.education.kinds import COUNTING, HoursState
from models.education.steps import join_imported, write_imported
from models.education.tables import HoursRecord
from models.kernel.errors import InvalidField
from models.kernel.unit import Unit
from models.people.imports import plain_name
from models.professions.words import PROFESSION_WORDS
from models.transfers.cells import BadCell, day_of
from models.transfers.importer import Cells, Column, Importer, Key, Line, Origin, Verdict
from models.transfers.kinds import ImportKind, RowOutcome
from models.transfers.people_cells import COLUMNS as PERSON
from models.transfers.people_cells import Who, on_record, stranger, who
from models.transfers.rights import Place
from models.transfers.specialties import SPECIALTY, specialties_of

PROFESSION, PROVIDER, COURSE, HOURS = "执业资格", "培训机构", "课程", "学时"
SINCE, UNTIL = "开始日期", "结束日期"
PROFESSIONS = {word: profession for profession, word in PROFESSION_WORDS.items()}
HEADINGS = {
    "hours": HOURS, "from": SINCE, "until": UNTIL, "providerName": PROVIDER, "courseName": COURSE,
    "specialtyId": SPECIALTY,
}  # fmt: skip
"""Field of the form to heading: the rules are the form's own."""

Course = tuple[int, str, str, float, date, date]
"""What makes two records the same course of a person: person, profession, course, hours, first and last day."""


@dataclass(frozen=True, slots=True)
class HoursLine(Line):
    who: Who
    study: Study


def _parsed(line: int, cells: Cells) -> HoursLine | list[BadCell]:
    person = who(line, cells)
    wrong = person if isinstance(person, list) else []
    study = _study(line, cells, wrong)
    if study is not None:
        wrong = wrong + [_bad(line, cells, error) for error in wrong_with(study)]
    if wrong or study is None or isinstance(person, list):
        return wrong
    return HoursLine(line, person, study)


def _study(line: int, cells: Cells, wrong: list[BadCell]) -> Study | None:
    """What the cells say; None, and why, where they do not say a course at all."""
    profession = PROFESSIONS.get(cells[PROFESSION])
    since, until, hours = day_of(cells[SINCE]), day_of(cells[UNTIL]), _number(cells[HOURS])
    specialties = specialties_of(profession, cells)
    rules = (
        (PROFESSION, profession, "、".join(PROFESSIONS)),
        (SINCE, since, "日期，例如 2026-03-01"),
        (UNTIL, until, "日期，例如 2026-03-05"),
        (HOURS, hours, f"0.5 至 {MOST_HOURS:g} 的数"),
        (SPECIALTY, specialties is not None and len(specialties) <= 1, "该执业资格的一个专业类别，或空"),
    )
    said = [BadCell(line, name, cells.get(name, ""), wanted) for name, fine, wanted in rules if not fine]
    wrong += said
    if said or not (profession and since and until and hours):
        return None
    return Study(
        profession=Profession(profession),
        specialty=next(iter(specialties or ()), None),
        provider_name=cells[PROVIDER],
        course_name=cells[COURSE],
        hours=hours,
        since=since,
        until=until,
    )


def _number(text: str) -> float | None:
    try:
        return float(text) if text.isascii() and "n" not in text.lower() else None
    except ValueError:
        return None


def _bad(line: int, cells: Cells, error: InvalidField) -> BadCell:
    heading = HEADINGS[(error.path or ("",))[-1]]
    return BadCell(line, heading, cells.get(heading, ""), f"{error.wanted}（{error.message}）")


def _keys(line: HoursLine) -> list[Key]:
    course = _course(0, line.study)
    return [Key(COURSE, line.study.course_name, (line.who.number, *course[1:]))]


def _place(line: HoursLine) -> Place:
    return Place(line.study.profession.value)


async def _compare(lines: Sequence[HoursLine], origin: Origin) -> dict[int, Verdict]:
    people = await on_record(line.who for line in lines)
    same = await _same_courses([person.id for person in people.values()])
    found = {}
    for line in lines:
        person = people.get(line.who.number)
        if wrong := stranger(line.number, line.who, person):
            found[line.number] = Verdict(wrong=(wrong,))
        else:
            assert person is not None
            found[line.number] = Verdict(_outcome(same[_course(person.id, line.study)]))
    return found


def _outcome(known: Sequence[HoursRecord]) -> RowOutcome:
    if any(row.state is HoursState.CONFIRMED for row in known):
        return RowOutcome.SAME
    return RowOutcome.JOINED if known else RowOutcome.NEW


async def _same_courses(people: Sequence[int]) -> defaultdict[Course, list[HoursRecord]]:
    found: defaultdict[Course, list[HoursRecord]] = defaultdict(list)
    for row in await HoursRecord.filter(person_id__in=list(people), state__in=COUNTING).order_by("id"):
        found[_course(row.person_id, row)].append(row)
    return found


def _course(person_id: int, of: Study | HoursRecord) -> Course:
    return (person_id, str(of.profession), plain_name(of.course_name), float(of.hours), of.since, of.until)


async def _write(
    unit: Unit, lines: Sequence[HoursLine], verdicts: Mapping[int, Verdict], origin: Origin
) -> None:
    fresh = [line for line in lines if verdicts[line.number].outcome is not RowOutcome.SAME]
    people = await on_record(line.who for line in fresh)
    owners = [people[line.who.number].id for line in fresh]
    declared = await _same_courses(owners)
    made = await write_imported(
        unit, [(person, line.study) for person, line in zip(owners, fresh, strict=True)]
    )
    for row in made:
        for own in declared[_course(row.person_id, row)]:
            await join_imported(unit, own, row)


EDUCATION_HOURS = Importer(
    ImportKind.EDUCATION_HOURS,
    (
        *PERSON,
        Column(PROFESSION, "、".join(PROFESSIONS), "注册安全工程师"),
        Column(SPECIALTY, "所学专业类别，一个或空", "", needed=False),
        Column(PROVIDER, f"培训机构名称，至多 {LONGEST_NAME} 个字", "某某培训中心"),
        Column(COURSE, f"课程名称，至多 {LONGEST_NAME} 个字", "安全生产法律法规"),
        Column(HOURS, f"学时，以半学时为单位，至多 {MOST_HOURS:g}", "24"),
        Column(SINCE, "日期，不晚于今天", "2026-03-01"),
        Column(UNTIL, "日期，不早于开始日期，不晚于今天", "2026-03-05"),
    ),
    _parsed,
    _keys,
    _place,
    _compare,
    _write,
)
