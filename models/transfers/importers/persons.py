"""Persons put on record, with an account for each mobile number, so that they need not open one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.kernel.unit import Unit
from models.people.events import AccountOpened
from models.people.identity import identity_facts
from models.people.kinds import AccountKind, AccountState, IdentityKind, Sex
from models.people.masks import mask_email, mask_mobile
from models.people.tables import Account, Person
from models.transfers.cells import BadCell, day_of, fits
from models.transfers.importer import Cells, Column, Importer, Key, Line, Origin, Verdict
from models.transfers.kinds import ImportKind, RowOutcome
from models.transfers.people_cells import COLUMNS as PERSON
from models.transfers.people_cells import NUMBER, Who, on_record, other_name, who
from models.transfers.rights import Place

SEX, BORN, MOBILE, EMAIL = "性别", "出生日期", "手机号", "邮箱"
SEXES = {"男": Sex.MALE, "女": Sex.FEMALE}
MOBILE_FORM = re.compile(r"1[3-9]\d{9}")
EMAIL_FORM = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LONGEST_EMAIL = 120
FILLED = ("sex", "birth_date", "mobile", "email")
"""What an import adds to a person on record; what is there already stays."""


@dataclass(frozen=True, slots=True)
class PersonLine(Line):
    who: Who
    sex: Sex | None
    birth_date: date | None
    mobile: str | None
    email: str | None


def _parsed(line: int, cells: Cells) -> PersonLine | list[BadCell]:
    sex, born = cells.get(SEX, ""), cells.get(BORN, "")
    mobile, email = cells.get(MOBILE, ""), cells.get(EMAIL, "")
    rules = (
        (SEX, sex in {"", *SEXES}, sex, "男、女或空"),
        (BORN, not born or day_of(born) is not None, born, "日期，例如 1990-05-01，或空"),
        (MOBILE, not mobile or MOBILE_FORM.fullmatch(mobile), mobile, "11 位手机号或空"),
        (
            EMAIL,
            not email or (EMAIL_FORM.fullmatch(email) and fits(email, LONGEST_EMAIL)),
            email,
            "邮箱地址或空",
        ),
    )
    wrong = [BadCell(line, name, received, wanted) for name, fine, received, wanted in rules if not fine]
    person = who(line, cells)
    if isinstance(person, list):
        return wrong + person
    made = PersonLine(
        line, person, SEXES.get(sex), day_of(born) if born else None, mobile or None, email or None
    )
    return _by_number(made, wrong)


def _by_number(given: PersonLine, wrong: list[BadCell]) -> PersonLine | list[BadCell]:
    """Sex and birth date as a resident's number says them; a cell that says something else is wrong."""
    facts = identity_facts(given.who.number) if given.who.kind is IdentityKind.RESIDENT else None
    if facts is None:
        return wrong or given
    if given.sex not in (None, facts.sex):
        word = next(word for word, sex in SEXES.items() if sex is facts.sex)
        other = next(word for word, sex in SEXES.items() if sex is given.sex)
        wrong.append(BadCell(given.number, SEX, other, f"{word}（证件号码第 17 位）"))
    if given.birth_date not in (None, facts.birth_date):
        wanted = f"{facts.birth_date}（证件号码第 7 至 14 位）"
        wrong.append(BadCell(given.number, BORN, str(given.birth_date), wanted))
    return wrong or replace(given, sex=facts.sex, birth_date=facts.birth_date)


def _keys(line: PersonLine) -> list[Key]:
    keys = [Key(NUMBER, line.who.masked, line.who.number)]
    return [*keys, Key(MOBILE, mask_mobile(line.mobile), line.mobile)] if line.mobile else keys


def _place(line: PersonLine) -> Place:
    return Place()


async def _compare(lines: Sequence[PersonLine], origin: Origin) -> dict[int, Verdict]:
    known = await on_record(line.who for line in lines)
    accounts = Account.filter(mobile__in=[line.mobile for line in lines if line.mobile])
    owners = dict(await accounts.values_list("mobile", "person_id"))
    return {line.number: _verdict(line, known.get(line.who.number), owners) for line in lines}


def _verdict(line: PersonLine, known: Person | None, owners: Mapping[str, int | None]) -> Verdict:
    wrong = [other] if known and (other := other_name(line.number, line.who, known)) else []
    if line.mobile and line.mobile in owners and (known is None or owners[line.mobile] != known.id):
        wrong.append(BadCell(line.number, MOBILE, mask_mobile(line.mobile), "不是他人登录账号的手机号"))
    if wrong:
        return Verdict(wrong=tuple(wrong))
    if known is None:
        return Verdict(RowOutcome.NEW)
    return Verdict(RowOutcome.CHANGED if _missing(line, known) else RowOutcome.SAME)


def _missing(line: PersonLine, known: Person) -> list[str]:
    return [column for column in FILLED if getattr(line, column) and not getattr(known, column)]


async def _write(
    unit: Unit, lines: Sequence[PersonLine], verdicts: Mapping[int, Verdict], origin: Origin
) -> None:
    fresh = [line for line in lines if verdicts[line.number].outcome is RowOutcome.NEW]
    await Person.bulk_create([_row(line) for line in fresh])
    known = await on_record(line.who for line in lines)
    for line in lines:
        if verdicts[line.number].outcome is RowOutcome.CHANGED:
            await _fill(line, known[line.who.number])
    await _open_accounts(unit, {line.mobile: known[line.who.number] for line in fresh if line.mobile})


def _row(line: PersonLine) -> Person:
    return Person(
        name=line.who.name,
        identity_kind=line.who.kind,
        identity_number=line.who.number,
        sex=line.sex,
        birth_date=line.birth_date,
        mobile=line.mobile,
        email=line.email,
    )


async def _fill(line: PersonLine, person: Person) -> None:
    missing = _missing(line, person)
    for column in missing:
        setattr(person, column, getattr(line, column))
    await person.store(*missing)


async def _open_accounts(unit: Unit, owners: Mapping[str, Person]) -> None:
    """Without a password: the first sign-in is by a code, as for everybody (D-3)."""
    state, kind = AccountState.PASSWORDLESS, AccountKind.PERSON
    await Account.bulk_create(
        [
            Account(kind=kind, state=state, mobile=mobile, person_id=person.id)
            for mobile, person in owners.items()
        ]
    )
    for account in await Account.filter(mobile__in=list(owners)):
        unit.record(AccountOpened(), account)


PERSONS = Importer(
    ImportKind.PERSONS,
    (
        *PERSON,
        Column(SEX, "男、女；居民身份证可空", "女", needed=False),
        Column(BORN, "日期；居民身份证可空", "1949-12-31", needed=False),
        Column(MOBILE, "11 位手机号；填了就能凭验证码登录", "13800001234", needed=False, mask=mask_mobile),
        Column(EMAIL, "邮箱地址", "", needed=False, mask=mask_email),
    ),
    _parsed,
    _keys,
    _place,
    _compare,
    _write,
)
