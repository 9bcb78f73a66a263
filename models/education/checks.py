"""What is given for a record of class hours: looked into, all mistakes at once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.authorities.kinds import Profession
from models.education.kinds import COUNTING
from models.education.tables import HoursRecord
from models.kernel.clock import today
from models.kernel.errors import Duplicate, InvalidField, Refused
from models.professions.shelf import rulebook_on

LONGEST_NAME = 120
MOST_HOURS = 500.0
EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Study:
    """One course as it is given: `specialty` a code of the rulebook, `hours` in steps of a half."""

    profession: Profession
    specialty: str | None
    provider_name: str
    course_name: str
    hours: float
    since: date
    until: date


def checked(study: Study) -> dict[str, Any]:
    """Columns to values. :raises Refused: everything that is wrong."""
    if wrong := wrong_with(study):
        raise Refused(*wrong)
    return {
        "profession": study.profession,
        "specialty": study.specialty,
        "provider_name": study.provider_name.strip(),
        "course_name": study.course_name.strip(),
        "hours": study.hours,
        "since": study.since,
        "until": study.until,
    }


def wrong_with(study: Study) -> list[InvalidField]:
    """Everything that is wrong, each named by the field of the form."""
    day = today()
    codes = {one.code for one in rulebook_on(study.profession).specialties}
    half_hours = study.hours * 2
    rules = (
        ("hours", 0 < study.hours <= MOST_HOURS and half_hours == int(half_hours),
         "学时须为大于0、以半学时为单位的数", f"{study.hours:g}", f"0.5至{MOST_HOURS:g}"),
        ("from", EARLIEST <= study.since <= day, "开始日期不能晚于今天", study.since, f"{EARLIEST}至{day}"),
        ("until", study.until <= day, "结束日期不能晚于今天", study.until, f"不晚于{day}"),
        ("until", study.until >= study.since, "结束日期早于开始日期", study.until, f"不早于{study.since}"),
        ("providerName", _fits(study.provider_name), "请填写培训机构", _length(study.provider_name), _WANTED),
        ("courseName", _fits(study.course_name), "请填写课程", _length(study.course_name), _WANTED),
        ("specialtyId", study.specialty is None or study.specialty in codes,
         "没有这个专业类别", study.specialty, "所属执业资格的专业类别"),
    )  # fmt: skip
    return [
        InvalidField(path=("input", field), message=message, received=str(received)[:40], wanted=wanted)
        for field, fine, message, received, wanted in rules
        if not fine
    ]


async def refuse_double(person_id: int, values: dict[str, Any], besides: int | None = None) -> None:
    """:raises Refused: the very same record is there."""
    same = HoursRecord.filter(person_id=person_id, state__in=COUNTING, **values)
    found = await same.exclude(id=besides or 0).first()
    if found:
        raise Refused(Duplicate(message="这条学时记录已经有了，不必重复填写", existing=found.global_id))


_WANTED = f"1至{LONGEST_NAME}个字"


def _fits(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST_NAME


def _length(text: str) -> str:
    return f"{len(text.strip())}个字"
