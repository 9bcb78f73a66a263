"""What is asked of a correction: something differs, and every value is good."""

from datetime import date
from typing import Any

from models.kernel.clock import today
from models.kernel.errors import InvalidField, Refused, UserError
from models.people.corrections.tables import IdentityCorrection
from models.people.identity import identity_facts, identity_problem, normalized
from models.people.kinds import IdentityKind
from models.people.tables import Person

LONGEST_NAME = 64
LABELS = {
    "name": "姓名",
    "identity_number": "证件号码",
    "birth_date": "出生日期",
    "identity_kind": "证件类型",
}


def checked(
    person: Person,
    name: str | None,
    kind: IdentityKind | None,
    number: str | None,
    birth_date: date | None,
) -> dict[str, Any]:
    """The columns that differ from the record. A resident's number brings its own date of birth.

    :raises Refused: InvalidField, all of them; nothing differs.
    """
    kind = kind or person.identity_kind
    plain = normalized(number) if number and number.strip() else None
    facts = identity_facts(plain) if plain and kind is IdentityKind.RESIDENT else None
    said = {
        "name": name.strip() if name and name.strip() else None,
        "identity_number": plain,
        "identity_kind": kind if plain else None,
        "birth_date": birth_date or (facts.birth_date if facts else None),
    }
    wrong = _wrong(said, facts.birth_date if facts else None)
    if wrong:
        raise Refused(*wrong)
    different = {
        column: value for column, value in said.items() if value and getattr(person, column) != value
    }
    if not different:
        raise Refused(
            InvalidField(message="与登记的信息相同，没有要更正的内容", wanted="与登记信息不同的内容")
        )
    return different


def what_of(row: IdentityCorrection) -> str:
    """Words for what is to be corrected."""
    return "、".join(label for column, label in LABELS.items() if getattr(row, column))


def _wrong(said: dict[str, Any], birth_of_number: date | None) -> list[UserError]:
    wrong: list[UserError] = []
    name, number, birth = said["name"], said["identity_number"], said["birth_date"]
    if name and (len(name) > LONGEST_NAME or not name.isprintable()):
        wrong.append(
            InvalidField(
                path=("input", "name"),
                message=f"姓名最多 {LONGEST_NAME} 个字，收到 {len(name)} 个",
                wanted="证件上的姓名",
            )
        )
    if number and (problem := identity_problem(said["identity_kind"], number)):
        wrong.append(problem)
    if birth and birth > today():
        wrong.append(_birth("出生日期晚于今天", birth, "不晚于今天的日期"))
    if birth and birth_of_number and birth != birth_of_number:
        wrong.append(_birth("出生日期与身份证号不一致", birth, birth_of_number.isoformat()))
    return wrong


def _birth(message: str, birth: date, wanted: str) -> InvalidField:
    return InvalidField(
        path=("input", "birthDate"), message=message, received=birth.isoformat(), wanted=wanted
    )
