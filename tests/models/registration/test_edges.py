"""Input on the edge of what is right, for every profession: days, checksums, hours, files, late decisions."""

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from stdnum.cn import uscc

from models.agencies.tables import Employer
from models.authorities.kinds import Profession
from models.education.checks import Study
from models.education.steps import add_hours_record
from models.files.tables import FilePurpose
from models.kernel.clock import freeze, today
from models.kernel.errors import Fault, NotFound, Refused
from models.kernel.rules import blocking
from models.professions.facts import CaseFacts, HoursFacts
from models.professions.hours_rules import counted
from models.professions.shelf import SHELF, rulebook_on
from models.registration.credentials import Certificate
from models.registration.gather import assess
from models.registration.kinds import RegistrationKind, RegistrationState
from models.registration.startable import door, footing
from models.registration.steps.drafting import save_registration
from models.registration.steps.files import attach_to_registration
from models.registration.steps.withdrawing import (
    allow_withdrawal,
    request_withdrawal,
    withdraw_registration,
)
from models.registration.tables import Registration
from tests.everybody.bodies import Bodies, bodies
from tests.everybody.handling import Case, begun, handed_in, handled, registered
from tests.everybody.people import Engineer, engineer
from tests.everybody.ready import BEGIN
from tests.factories import picture
from tests.registration_story import recorded
from tests.walks.making import MAKE
from tests.walks.walk import Cast, Walk

K = RegistrationKind
A_SECOND, A_DAY = timedelta(seconds=1), timedelta(days=1)
LAST_INITIAL_DAYS: dict[Profession, dict[date, date]] = {
    Profession.FIRE_ENGINEER: {
        date(2024, 2, 29): date(2025, 2, 28), date(2024, 3, 1): date(2025, 3, 1),
        date(2023, 2, 28): date(2024, 2, 28),
    },
    Profession.SAFETY_ENGINEER: {
        date(2024, 2, 29): date(2029, 2, 28), date(2019, 3, 1): date(2024, 3, 1),
        date(2019, 2, 28): date(2024, 2, 29), date(2010, 9, 1): date(2024, 2, 29),
    },
    Profession.SUPERVISION_ENGINEER: {
        date(2024, 2, 29): date(2027, 2, 28), date(2021, 2, 28): date(2024, 2, 28),
    },
}  # fmt: skip
"""Day of the qualification, to the last day of an initial registration that is not late."""
EDGES = [
    (profession, obtained, last)
    for profession, days in LAST_INITIAL_DAYS.items()
    for obtained, last in days.items()
]


def midnight(day: date) -> datetime:
    """The first instant of a China day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=8)


def test_every_profession_has_its_edges() -> None:
    assert set(LAST_INITIAL_DAYS) == set(SHELF)


@pytest.mark.parametrize(("profession", "obtained", "last"), EDGES)
def test_late_from_the_first_second_after_the_last_china_day(
    profession: Profession, obtained: date, last: date
) -> None:
    for instant, kind in (
        (midnight(last) - A_DAY, K.INITIAL),
        (midnight(last), K.INITIAL),
        (midnight(last + A_DAY) - A_SECOND, K.INITIAL),
        (midnight(last + A_DAY), K.LATE_INITIAL),
    ):
        with freeze(instant):
            assert rulebook_on(profession).settle_kind(K.INITIAL, obtained, today()) is kind, instant


RENEWING = [name for name in SHELF if K.RENEWAL in rulebook_on(name).forms]


@pytest.mark.parametrize("profession", RENEWING)
async def test_renewal_opens_and_re_registration_begins_with_a_china_day(
    sqlite: str, profession: Profession
) -> None:
    """29 February: a certificate of three years that ends on the last of May opens on the last of February."""
    with freeze(BEGIN):
        case = await registered(await bodies(profession))
    row = await Certificate.get(registration_id=case.key)
    opens = _months_before(row.valid_until, rulebook_on(profession).renewal_months)
    over = row.valid_until + A_DAY
    for instant, renewal, again in (
        (midnight(opens) - A_SECOND, False, False),
        (midnight(opens), True, False),
        (midnight(over) - A_SECOND, None, False),
        (midnight(over), False, True),
    ):
        with freeze(instant):
            assert renewal in (None, await _legal(case, K.RENEWAL)), instant
            assert await _legal(case, K.RE_REGISTRATION) is again, instant


def _months_before(day: date, months: int) -> date:
    """By counting days: the same day of the month so many months before, or that month's last."""
    place = day.year * 12 + day.month - 1 - months
    found = date(place // 12, place % 12 + 1, 1)
    while found.day < day.day and (found + A_DAY).month == found.month:
        found += A_DAY
    return found


async def _legal(case: Case, kind: RegistrationKind) -> bool:
    profession = case.at.profession
    on = await footing(case.who.viewer.person_id, profession)
    return (await door(on, rulebook_on(profession), kind, today())).legal


OTHER_CHECK = {"1": "2", "X": "1"}
WRONG_IDENTITIES: dict[str, Callable[[str], str]] = {
    "another check digit": lambda number: number[:-1] + OTHER_CHECK.get(number[-1], "1"),
    "two digits changed over": lambda number: (
        number[:12] + number[13] + number[12] + number[14:]
        if number[12] != number[13]
        else number[:-1] + OTHER_CHECK.get(number[-1], "1")
    ),
    "a day that is none": lambda number: f"{number[:6]}19900230{number[14:]}",
    "one digit short": lambda number: number[:-1],
}


@pytest.mark.parametrize("mistake", WRONG_IDENTITIES)
@pytest.mark.parametrize("profession", SHELF)
async def test_a_wrong_identity_number_stands_in_the_way(
    sqlite: str, profession: Profession, mistake: str
) -> None:
    case = await begun(await bodies(profession), await engineer(profession), K.INITIAL)
    number = (await case.row()).identity_number or ""
    assert "REG-ID" in await _unmet(case, identity_number=WRONG_IDENTITIES[mistake](number))
    assert "REG-ID" not in await _unmet(case, identity_number=number)


@pytest.mark.parametrize("profession", SHELF)
async def test_a_wrong_credit_code_stands_in_the_way(sqlite: str, profession: Profession) -> None:
    case = await begun(await bodies(profession), await engineer(profession), K.INITIAL)
    code = (await case.row()).employer_code or ""
    wrong = code[:-1] + ("1" if code[-1] != "1" else "2")
    assert uscc.is_valid(code) and not uscc.is_valid(wrong)
    assert "REG-EMPLOYER" in await _unmet(case, employer_code=wrong)


async def _unmet(case: Case, **changes: Any) -> set[str]:
    row = await case.row()
    await save_registration(case.filer, id=row.id, version=row.version, changes=changes)
    return {one.rule for one in blocking((await assess(await case.row())).findings)}


@pytest.mark.parametrize("profession", SHELF)
def test_hours_count_from_the_first_day_of_the_period_to_the_day_itself(profession: Profession) -> None:
    years = rulebook_on(profession).validity_years
    day = date(2028, 2, 29)
    since = date(2028 - years, 2, 28)
    for ended, counts in (
        (since - A_DAY, False),
        (since, True),
        (day, True),
        (day + A_DAY, False),
    ):
        study = HoursFacts(1, "某培训中心", 8.0, ended - A_DAY, ended)
        facts = CaseFacts(kind=K.LATE_INITIAL, day=day, form={}, hours=(study,))
        assert bool(counted(facts, years).total) is counts, ended


@pytest.mark.parametrize("profession", SHELF)
async def test_hours_of_tomorrow_are_refused_until_it_is_today_in_china(
    sqlite: str, profession: Profession
) -> None:
    tomorrow = date(2028, 2, 29)
    who = await engineer(profession)
    study = Study(
        profession=profession, specialty=None, provider_name="某培训中心", course_name="继续教育", hours=8,
        since=tomorrow, until=tomorrow,
    )  # fmt: skip
    with freeze(midnight(tomorrow) - A_SECOND), pytest.raises(Refused) as refused:
        await add_hours_record(who.viewer, study=study)
    assert {(error.path or ("",))[-1] for error in refused.value.errors} == {"from", "until"}
    with freeze(midnight(tomorrow)):
        assert (await add_hours_record(who.viewer, study=study)).value.hours == 8


@pytest.mark.parametrize("profession", SHELF)
async def test_files_of_others_and_of_other_cases_are_not_there(sqlite: str, profession: Profession) -> None:
    at = await bodies(profession)
    mine, theirs = await _draft(at), await _draft(at)
    row = await mine.row()
    kind = next(one.kind for one in rulebook_on(profession).form(K.INITIAL).demands)
    foreign = await picture(theirs.filer)
    photo = await picture(theirs.filer, FilePurpose.PHOTO)
    for step in (
        attach_to_registration(mine.filer, id=row.id, version=row.version, kind=kind, file_id=foreign.id),
        save_registration(mine.filer, id=row.id, version=row.version, changes={"photo_id": photo.id}),
    ):
        with pytest.raises(NotFound):
            await step
    scan = await picture(mine.filer)
    with pytest.raises(Refused):
        await save_registration(mine.filer, id=row.id, version=row.version, changes={"photo_id": scan.id})
    assert (await mine.row()).version == row.version


async def _draft(at: Bodies) -> Case:
    return await begun(at, await engineer(at.profession), K.INITIAL)


DECISIONS = (
    "pass_registration", "return_registration", "decline_registration", "refuse_registration", "extend_deadline",
    "allow_withdrawal", "deny_withdrawal", "issue_certificate", "report_up_registration", "decline_report_up",
    "take_back_report_up", "claim_work", "resubmit_registration", "withdraw_registration", "request_withdrawal",
)  # fmt: skip
Withdraw = Callable[[Case], Awaitable[object]]


async def _at_once(case: Case) -> None:
    row = await case.row()
    await withdraw_registration(case.filer, id=row.id, version=row.version)


async def _by_leave(case: Case) -> None:
    """After a reviewer has claimed it: asked, and allowed."""
    stage = await case.stage()
    assert stage is not None
    if stage.kind not in case.at.officers:
        await handled(case)
        stage = await case.stage()
        assert stage is not None
    officer = case.at.officers[stage.kind]
    await case.claimed(officer)
    row = await case.row()
    await request_withdrawal(case.filer, id=row.id, version=row.version, reason="改投他处")
    walk = await _walk(case)
    await allow_withdrawal(officer, on=walk.on)


@pytest.mark.parametrize("withdraw", [_at_once, _by_leave])
@pytest.mark.parametrize("profession", SHELF)
async def test_nothing_is_decided_after_a_withdrawal(
    database: str, profession: Profession, withdraw: Withdraw
) -> None:
    case = await handed_in(await _draft(await bodies(profession)))
    await withdraw(case)
    walk = await _walk(case)
    before = (walk.row.version, len(await recorded()))
    everybody = [case.filer, case.who.clerk, *case.at.officers.values(), *case.at.heads.values()]
    for action in DECISIONS:
        for viewer in everybody:
            with pytest.raises((Refused, Fault)):
                await MAKE[action](walk, viewer)
    row = await Registration.get(id=case.key)
    assert row.state is RegistrationState.WITHDRAWN
    assert (row.version, len(await recorded())) == before


async def _walk(case: Case) -> Walk:
    nobody = Engineer(case.filer, Employer(), case.filer)
    walk = Walk(Cast(case.at, case.at, nobody, random.Random(1)), case.who, await case.row(), case.filer)
    await walk.look()
    return walk
