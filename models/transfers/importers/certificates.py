"""Certificates of an earlier system: their holders can renew, change and be verified here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stdnum.cn import uscc

from models.agencies.tables import Employer
from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.kernel.unit import Unit
from models.people.tables import Person
from models.professions.words import PROFESSION_WORDS
from models.registration.credentials import Certificate, Seal
from models.registration.steps.taking_over import OldCertificate, take_over
from models.registration.validity import IN_FORCE
from models.transfers.cells import BadCell, day_of, fits
from models.transfers.importer import Cells, Column, Importer, Key, Line, Origin, Verdict
from models.transfers.kinds import ImportKind, RowOutcome
from models.transfers.people_cells import COLUMNS as PERSON
from models.transfers.people_cells import NUMBER, Who, on_record, stranger, who
from models.transfers.rights import Place
from models.transfers.specialties import SPECIALTY, specialties_of

CERTIFICATE, PROFESSION, GRADE, EMPLOYER = "注册证号", "执业资格", "级别", "聘用单位信用代码"
BODY, SINCE, UNTIL, SEAL = "发证机构", "有效期起", "有效期止", "执业印章号"
PROFESSIONS = {word: profession for profession, word in PROFESSION_WORDS.items()}
GRADES = {"": None, "一级": Grade.FIRST, "二级": Grade.SECOND, "中级": Grade.INTERMEDIATE}
LONGEST_NUMBER = 32


@dataclass(frozen=True, slots=True)
class CertificateLine(Line):
    who: Who
    certificate: str
    profession: Profession
    grade: Grade | None
    specialties: tuple[str, ...]
    employer: str
    body: str
    since: date
    until: date
    seal: str | None


def _parsed(line: int, cells: Cells) -> CertificateLine | list[BadCell]:
    profession = PROFESSIONS.get(cells[PROFESSION])
    since, until, specialties = day_of(cells[SINCE]), day_of(cells[UNTIL]), specialties_of(profession, cells)
    seal = cells.get(SEAL, "")
    rules = (
        (CERTIFICATE, fits(cells[CERTIFICATE], LONGEST_NUMBER), f"1 至 {LONGEST_NUMBER} 个字符"),
        (PROFESSION, profession is not None, "、".join(PROFESSIONS)),
        (GRADE, cells.get(GRADE, "") in GRADES, "、".join(filter(None, GRADES)) + "或空"),
        (SPECIALTY, specialties is not None, "该执业资格的专业类别，以、分隔，或空"),
        (EMPLOYER, uscc.is_valid(cells[EMPLOYER]), "18 位统一社会信用代码，校验位相符"),
        (BODY, bool(cells[BODY]), "发证机构的名称"),
        (SINCE, since is not None, "日期，例如 2024-03-01"),
        (UNTIL, until is not None and (since is None or until > since), "晚于有效期起的日期"),
        (SEAL, fits(seal, LONGEST_NUMBER, least=0), f"至多 {LONGEST_NUMBER} 个字符，或空"),
    )
    wrong = [BadCell(line, name, cells.get(name, ""), wanted) for name, fine, wanted in rules if not fine]
    person = who(line, cells)
    if isinstance(person, list):
        return wrong + person
    if wrong or not (profession and since and until):
        return wrong
    return CertificateLine(
        number=line,
        who=person,
        certificate=cells[CERTIFICATE],
        profession=Profession(profession),
        grade=GRADES[cells.get(GRADE, "")],
        specialties=specialties or (),
        employer=cells[EMPLOYER],
        body=cells[BODY],
        since=since,
        until=until,
        seal=seal or None,
    )


def _keys(line: CertificateLine) -> list[Key]:
    return [
        Key(CERTIFICATE, line.certificate, line.certificate),
        Key(NUMBER, line.who.masked, (line.who.number, line.profession)),
        *([Key(SEAL, line.seal, line.seal)] if line.seal else []),
    ]


def _place(line: CertificateLine) -> Place:
    return Place(profession=line.profession.value, body=line.body)


@dataclass(frozen=True)
class _Around:
    """What is on record of everybody and everything that some lines name."""

    people: Mapping[str, Person]
    employers: Mapping[str, Employer]
    bodies: Mapping[str, Authority]
    certificates: Mapping[str, Certificate]
    seals: frozenset[str]
    holders: Mapping[tuple[int, str], str]
    """Person and profession to the number of the certificate that is in force."""


async def _around(lines: Sequence[CertificateLine]) -> _Around:
    people = await on_record(line.who for line in lines)
    employers = Employer.filter(credit_code__in={line.employer for line in lines})
    bodies = Authority.filter(name__in={line.body for line in lines})
    same = Certificate.filter(number__in=[line.certificate for line in lines])
    seals = Seal.filter(number__in=[line.seal for line in lines if line.seal])
    held = Certificate.filter(person_id__in=[row.id for row in people.values()], state__in=list(IN_FORCE))
    return _Around(
        people,
        {row.credit_code: row for row in await employers},
        {row.name: row for row in await bodies},
        {row.number: row for row in await same},
        frozenset({row.number for row in await seals}),
        {(row.person_id, row.profession): row.number for row in await held},
    )


async def _compare(lines: Sequence[CertificateLine], origin: Origin) -> dict[int, Verdict]:
    around = await _around(lines)
    return {line.number: _verdict(line, around) for line in lines}


def _verdict(line: CertificateLine, around: _Around) -> Verdict:
    person, body = around.people.get(line.who.number), around.bodies.get(line.body)
    wrong = [found] if (found := stranger(line.number, line.who, person)) else []
    if line.employer not in around.employers:
        wrong.append(BadCell(line.number, EMPLOYER, line.employer, "在册聘用单位的信用代码"))
    if body is None or line.profession.value not in body.professions:
        wrong.append(BadCell(line.number, BODY, line.body, "办理该执业资格的机构的全称"))
    if wrong or person is None:
        return Verdict(wrong=tuple(wrong))
    return _against(line, person, around)


def _against(line: CertificateLine, person: Person, around: _Around) -> Verdict:
    known = around.certificates.get(line.certificate)
    if known is not None:
        same = (known.person_id, known.profession, known.valid_from, known.valid_until) == (
            person.id, line.profession.value, line.since, line.until,
        )  # fmt: skip
        taken = BadCell(
            line.number, CERTIFICATE, line.certificate, "没有登记过的注册证号：已有同号、内容不同的证"
        )
        return Verdict(RowOutcome.SAME) if same else Verdict(wrong=(taken,))
    if line.seal in around.seals:
        return Verdict(wrong=(BadCell(line.number, SEAL, line.seal or "", "没有登记过的执业印章号"),))
    other = around.holders.get((person.id, line.profession.value))
    if other:
        held = BadCell(line.number, NUMBER, line.who.masked, f"没有有效注册证的人员：此人已有注册证 {other}")
        return Verdict(wrong=(held,))
    return Verdict(RowOutcome.NEW)


async def _write(
    unit: Unit, lines: Sequence[CertificateLine], verdicts: Mapping[int, Verdict], origin: Origin
) -> None:
    fresh = [line for line in lines if verdicts[line.number].outcome is RowOutcome.NEW]
    around = await _around(fresh)
    await take_over(
        unit,
        [
            OldCertificate(
                person=around.people[line.who.number],
                employer=around.employers[line.employer],
                authority=around.bodies[line.body],
                number=line.certificate,
                profession=line.profession,
                grade=line.grade,
                specialties=line.specialties,
                valid_from=line.since,
                valid_until=line.until,
                seal_number=line.seal,
            )
            for line in fresh
        ],
    )


OLD_CERTIFICATES = Importer(
    ImportKind.OLD_CERTIFICATES,
    (
        Column(CERTIFICATE, f"至多 {LONGEST_NUMBER} 个字符，不与已有的重复", "旧苏字第0001号"),
        *PERSON,
        Column(PROFESSION, "、".join(PROFESSIONS), "注册消防工程师"),
        Column(GRADE, "、".join(filter(None, GRADES)) + "，或空", "一级", needed=False),
        Column(SPECIALTY, "专业类别名称，多个以、分隔", "", needed=False),
        Column(EMPLOYER, "在册聘用单位的 18 位统一社会信用代码", ""),
        Column(BODY, "发证机构在本系统中的全称", "江苏省消防救援总队"),
        Column(SINCE, "日期", "2024-03-01"),
        Column(UNTIL, "日期，晚于有效期起", "2027-02-28"),
        Column(SEAL, f"至多 {LONGEST_NUMBER} 个字符，或空", "", needed=False),
    ),
    _parsed,
    _keys,
    _place,
    _compare,
    _write,
)
