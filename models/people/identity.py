"""Resident identity numbers (GB 11643): check character, and the region, birth date and sex in them.

id-validator judges its regions by a table that ends in 2020; a number of a newer region is still a number.
So the rule is checked here and the library is asked for names only.
"""

import re
from dataclasses import dataclass
from datetime import date

from id_validator import validator

from models.kernel.clock import today
from models.kernel.errors import InvalidField
from models.people.kinds import IdentityKind, Sex
from models.people.masks import mask_identity

LAW = "GB 11643-1999"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
_FORM = re.compile(r"[1-9]\d{16}[\dX]")
_OLD_FORM = re.compile(r"[1-9]\d{14}")
_PAPER_FORM = re.compile(r"[0-9A-Za-z()（）\-\u4e00-\u9fff]{5,32}")


@dataclass(frozen=True)
class IdentityFacts:
    """What an 18-digit number says. `region_name` is None for a region that the table does not know."""

    region_code: str
    region_name: str | None
    birth_date: date
    sex: Sex


def normalized(number: str) -> str:
    """Without blanks, full-width digits as plain ones, the check letter as a capital."""
    plain = number.translate(
        {ord("０") + digit: str(digit) for digit in range(10)} | {ord("Ｘ"): "X", ord("ｘ"): "X"}
    )
    return "".join(plain.split()).upper()


def check_character(first_17: str) -> str:
    """The 18th character: ISO 7064 MOD 11-2 over the first 17 digits."""
    return CHECK_CHARACTERS[sum(int(d) * w for d, w in zip(first_17, WEIGHTS, strict=True)) % 11]


def identity_problem(
    kind: IdentityKind, number: str, path: tuple[str, ...] = ("input", "identityNumber")
) -> InvalidField | None:
    """What is wrong with a number of such a paper; None when nothing is. The number is masked in the error."""
    number = normalized(number)
    problem = _problem(kind, number)
    if problem is None:
        return None
    message, wanted = problem
    return InvalidField(path=path, message=message, received=mask_identity(number), wanted=wanted)


def identity_facts(number: str) -> IdentityFacts | None:
    """What an 18-digit number says; None when it is not one."""
    number = normalized(number)
    if _resident_problem(number):
        return None
    birth = _birth_date(number)
    assert birth is not None
    return IdentityFacts(
        region_code=number[:6],
        region_name=_region_name(number),
        birth_date=birth,
        sex=Sex.MALE if int(number[16]) % 2 else Sex.FEMALE,
    )


def upgraded(number: str) -> str | None:
    """The 18-digit form of a 15-digit number (always of a birth before 2000); None when it is not one."""
    if not _OLD_FORM.fullmatch(number):
        return None
    body = f"{number[:6]}19{number[6:]}"
    return body + check_character(body) if _birth_date(body) else None


def _problem(kind: IdentityKind, number: str) -> tuple[str, str] | None:
    if kind is IdentityKind.RESIDENT:
        return _resident_problem(number)
    if kind is IdentityKind.RESIDENT_OLD:
        return (
            None if upgraded(number) else (f"一代身份证号应为 15 位数字，收到 {len(number)} 位", "15 位数字")
        )
    if not _PAPER_FORM.fullmatch(number):
        return (
            f"证件号码应为 5 至 32 个字母、数字或汉字，收到 {len(number)} 个字符",
            "5 至 32 个字母、数字或汉字",
        )
    return None


def _resident_problem(number: str) -> tuple[str, str] | None:
    if len(number) == 15 and upgraded(number):
        return "请先更新身份证号：收到 15 位的一代号码", "18 位身份证号"
    if not _FORM.fullmatch(number):
        return f"身份证号应为 18 位，收到 {len(number)} 位", "17 位数字加 1 位校验码（数字或 X）"
    if _birth_date(number) is None:
        return f"身份证号中的出生日期 {number[6:14]} 不是有效日期", "第 7 至 14 位为出生年月日"
    expected = check_character(number[:17])
    if number[17] != expected:
        return (
            f"身份证号校验位不正确：末位收到 {number[17]}，按前 17 位应为 {expected}。请逐位核对",
            "校验位与前 17 位相符",
        )
    return None


def _birth_date(number: str) -> date | None:
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return birth if birth <= today() else None


def _region_name(number: str) -> str | None:
    told = validator.get_info(number)
    return str(told["address"]) if told and told["address"] else None
