"""Examination records of the examining bodies: a file read line by line, and what is wrong with each line.

The file is CSV with Chinese headers, in UTF-8 or GBK (what spreadsheet programs write in China).
"""

import csv
import hmac
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import today
from models.people.identity import identity_problem, normalized, upgraded
from models.people.kinds import IdentityKind
from models.professions.shelf import rulebook_on
from models.professions.words import PROFESSION_WORDS

NUMBER, NAME, KIND, PAPER = "证书编号", "姓名", "证件类型", "证件号码"
PROFESSION, GRADE, PASSED, REGION, MANAGEMENT = "执业资格", "级别", "取得日期", "省份代码", "管理号"
SPECIALTY = "专业类别"
REQUIRED = (NUMBER, NAME, PAPER, PROFESSION, PASSED, REGION)
KNOWN = (*REQUIRED, KIND, GRADE, MANAGEMENT, SPECIALTY)
PROFESSIONS = {word: profession for profession, word in PROFESSION_WORDS.items()}
GRADES = {"": None, "一级": Grade.FIRST, "二级": Grade.SECOND, "中级": Grade.INTERMEDIATE}
KINDS = {
    "": IdentityKind.RESIDENT,
    "居民身份证": IdentityKind.RESIDENT,
    "港澳居民证件": IdentityKind.HONG_KONG_MACAO,
    "台湾居民证件": IdentityKind.TAIWAN,
    "护照": IdentityKind.PASSPORT,
    "军官证": IdentityKind.OFFICER,
}
LONGEST_NUMBER, LONGEST_NAME, REGION_DIGITS = 40, 64, 6
SHOWN = 40
"""So much of a wrong value is repeated."""


class Unreadable(Exception):
    """The file as a whole cannot be read; the message says why and what is wanted."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """One wrong value. `line` counts from 1, the headers' line included."""

    line: int
    column: str
    received: str
    wanted: str

    def __str__(self) -> str:
        return f"第 {self.line} 行“{self.column}”收到“{self.received[:SHOWN]}”，须为{self.wanted}"


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One pass. Of the person only a keyed hash goes on from here."""

    line: int
    certificate_number: str
    name: str
    kind: IdentityKind
    number: str
    profession: Profession
    grade: Grade | None
    obtained_on: date
    region_code: str
    management_number: str | None
    specialties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parsed:
    """Good lines and what is wrong with the others."""

    lines: list[ResultLine]
    wrong: list[BadCell]


def parsed(content: bytes) -> Parsed:
    """:raises Unreadable: neither UTF-8 nor GBK, no headers, or a column is missing."""
    lines: list[ResultLine] = []
    wrong: list[BadCell] = []
    seen: dict[tuple[Profession, str], int] = {}
    for line, cells in _rows(content):
        found = _checked(line, cells)
        if isinstance(found, list):
            wrong += found
            continue
        first = seen.setdefault((found.profession, found.certificate_number), line)
        if first == line:
            lines.append(found)
        else:
            wrong.append(
                BadCell(line, NUMBER, found.certificate_number, f"文件中唯一的编号（第 {first} 行已有）")
            )
    return Parsed(lines, wrong)


def person_hash(secret: bytes, name: str, kind: IdentityKind, number: str) -> str:
    """What a person is found by. Old numbers of residents count as their own 18-digit form."""
    plain = normalized(number)
    if kind in {IdentityKind.RESIDENT, IdentityKind.RESIDENT_OLD}:
        kind, plain = IdentityKind.RESIDENT, upgraded(plain) or plain
    told = "\n".join((plain_name(name), kind.value, plain))
    return hmac.new(secret, told.encode(errors="replace"), sha256).hexdigest()


def plain_name(name: str) -> str:
    """Without blanks, in one spelling of characters and of the dot between parts of a name."""
    return "".join(unicodedata.normalize("NFKC", name).split()).replace("•", "·").replace("・", "·")


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(_text(content), newline=""), strict=True)
    try:
        headers = [header.strip() for header in next(reader, [])]
        missing = [name for name in REQUIRED if name not in headers]
        if missing:
            raise Unreadable(
                f"第 1 行缺少列：{'、'.join(missing)}。收到：{'、'.join(headers)[:200] or '空文件'}"
            )
        if len(set(headers)) != len(headers):
            raise Unreadable("第 1 行有重复的列名，每列只能出现一次")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                padded = [cell.strip() for cell in cells] + [""] * (len(headers) - len(cells))
                yield reader.line_num, dict(zip(headers, padded, strict=False))
    except csv.Error as error:
        raise Unreadable(f"第 {reader.line_num} 行不是 CSV：{error}。请检查引号是否成对") from None


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文件既不是 UTF-8 也不是 GBK 编码，请另存为 CSV UTF-8")


def _checked(line: int, cells: dict[str, str]) -> ResultLine | list[BadCell]:
    kind, day = KINDS.get(cells.get(KIND, "")), _day(cells[PASSED])
    specialties = _specialties(cells)
    wants = {
        NUMBER: None
        if cells[NUMBER] and _fits(cells[NUMBER], LONGEST_NUMBER)
        else f"1 至 {LONGEST_NUMBER} 个字符",
        NAME: None if cells[NAME] and _fits(cells[NAME], LONGEST_NAME) else f"1 至 {LONGEST_NAME} 个字",
        KIND: None if kind else "、".join(filter(None, KINDS)),
        PROFESSION: None if cells[PROFESSION] in PROFESSIONS else "、".join(PROFESSIONS),
        GRADE: None if cells.get(GRADE, "") in GRADES else "、".join(filter(None, GRADES)) + "或空",
        PASSED: None if day else "不晚于今天的日期，例如 2025-11-08",
        REGION: None if _is_region(cells[REGION]) else "六位省级行政区划代码，例如 320000",
        MANAGEMENT: None
        if _fits(cells.get(MANAGEMENT, ""), LONGEST_NUMBER)
        else f"至多 {LONGEST_NUMBER} 个字符",
        SPECIALTY: None if specialties is not None else "该执业资格的专业类别，以、分隔，或空",
    }
    wrong = [BadCell(line, name, cells.get(name, ""), wanted) for name, wanted in wants.items() if wanted]
    if kind and (problem := identity_problem(kind, upgraded(cells[PAPER]) or cells[PAPER])):
        wrong.append(BadCell(line, PAPER, problem.received or "", problem.wanted or "有效的证件号码"))
    if wrong or kind is None or day is None or specialties is None:
        return wrong
    return ResultLine(
        line=line,
        certificate_number=cells[NUMBER],
        name=cells[NAME],
        kind=kind,
        number=normalized(cells[PAPER]),
        profession=PROFESSIONS[cells[PROFESSION]],
        grade=GRADES[cells.get(GRADE, "")],
        obtained_on=day,
        region_code=cells[REGION],
        management_number=cells.get(MANAGEMENT) or None,
        specialties=specialties,
    )


def _specialties(cells: dict[str, str]) -> tuple[str, ...] | None:
    """Codes of the named specialties; None where one of them is not the profession's."""
    profession, said = PROFESSIONS.get(cells[PROFESSION]), cells.get(SPECIALTY, "")
    if profession is None or not said:
        return ()
    codes = {one.name: one.code for one in rulebook_on(profession).specialties}
    named = [name.strip() for name in said.split("、")]
    return tuple(codes[name] for name in named) if all(name in codes for name in named) else None


def _fits(text: str, longest: int) -> bool:
    return len(text) <= longest and text.isprintable()


def _day(text: str) -> date | None:
    """2025-11-08, 2025/11/8 or 20251108; not of the future."""
    parts = text.replace("/", "-").split("-") if not text.isdigit() else [text[:4], text[4:6], text[6:]]
    try:
        year, month, day = (int(part) for part in parts)
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found <= today() else None


def _is_region(code: str) -> bool:
    return len(code) == REGION_DIGITS and code.isascii() and code.isdigit()
