"""Rule PWD-1, and the three ways to a new password."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.errors import ErrorCode, InvalidField, Refused, Unauthenticated, WrongCredentials
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER
from models.people.kinds import AccountState, ChallengePurpose
from models.people.passwords import common_passwords, password_problems
from models.people.sessions import viewer_of_token
from models.people.steps.passwords import change_known_password, reset_by_code, set_first_password
from models.people.tables import Account
from tests.models.people.stories import PASSWORD, agency, asked, enter, member, newcomer, proved

MOBILE, OTHER = "13211111111", "13222222222"
NEW = "another-horse-7"
AGENCY_CHARACTERS = string.digits + string.ascii_letters + "_"


@pytest.mark.requirement("S1-33", "D-3")
@given(st.text(AGENCY_CHARACTERS, min_size=10, max_size=16))
def test_agencies_take_10_to_16_digits_letters_underscores(password: str) -> None:
    assert password_problems(password, password, agency=True) == []


@pytest.mark.requirement("S1-33", "D-3")
@pytest.mark.parametrize(
    "password", ["", "short_pw1", "a" * 17, "with space1", "with-dash-1", "中文密码一二三四五六七"]
)
def test_agencies_take_nothing_else(password: str) -> None:
    problem, *rest = password_problems(password, password, agency=True)
    assert isinstance(problem, InvalidField) and not rest
    assert (problem.code, problem.path) == (ErrorCode.INVALID, ("input", "password"))
    assert problem.wanted == "10 至 16 位数字、字母或下划线"
    assert f"收到 {len(password)} 位" in problem.message


@pytest.mark.requirement("D-3")
@given(st.text(min_size=10, max_size=64).filter(lambda text: len(set(text)) > 1))
def test_everybody_else_takes_10_to_64_of_anything_uncommon(password: str) -> None:
    common = password.casefold() in common_passwords()
    assert bool(password_problems(password, password, agency=False)) is common


@pytest.mark.requirement("D-3")
@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("123456", "密码须为 10 至 64 位，收到 6 位"),
        ("x1" * 33, "密码须为 10 至 64 位，收到 66 位"),
        ("1234567890", "这个密码太常见，容易被猜到，请换一个"),
        ("Password123", "这个密码太常见，容易被猜到，请换一个"),
        ("zzzzzzzzzzzz", "这个密码太常见，容易被猜到，请换一个"),
    ],
)
def test_short_long_and_common_ones_are_refused(password: str, message: str) -> None:
    assert [problem.message for problem in password_problems(password, password, agency=False)] == [message]


def test_all_problems_are_told_at_once_and_no_password_is_repeated() -> None:
    problems = password_problems("geheim", "anders", agency=False)
    assert [problem.path for problem in problems] == [("input", "password"), ("input", "passwordAgain")]
    assert "geheim" not in str(problems) and "anders" not in str(problems)


def test_there_are_200_common_passwords_and_each_would_otherwise_do() -> None:
    assert len(common_passwords()) >= 200
    assert all(
        10 <= len(password) <= 64 and password == password.casefold() for password in common_passwords()
    )


async def test_nobody_sets_no_password(sqlite: str) -> None:
    with pytest.raises(Unauthenticated):
        await set_first_password(PUBLIC_VIEWER, NEW, NEW)
    with pytest.raises(Unauthenticated):
        await change_known_password(PUBLIC_VIEWER, PASSWORD, NEW, NEW)


@pytest.mark.requirement("D-3")
async def test_a_first_password_makes_the_account_active(database: str) -> None:
    _, viewer = await newcomer(MOBILE)
    with pytest.raises(Refused) as refused:
        await set_first_password(viewer, "123456", "123456")
    assert refused.value.errors[0].code is ErrorCode.INVALID
    await set_first_password(viewer, NEW, NEW)
    assert (await Account.get(mobile=MOBILE)).state is AccountState.ACTIVE
    assert await JournalRow.filter(name="PASSWORD_SET").count() == 1
    with pytest.raises(Refused) as refused:
        await set_first_password(viewer, NEW, NEW)
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE
    assert "正常" in refused.value.errors[0].message


@pytest.mark.requirement("S1-33", "D-3")
async def test_an_agency_changes_its_password_by_its_own_rule(sqlite: str) -> None:
    await agency("91320100MA1MQ8B75X", MOBILE)
    _, viewer = await enter(MOBILE, "agency_pass1")
    with pytest.raises(Refused):
        await change_known_password(viewer, "agency_pass1", NEW, NEW)
    await change_known_password(viewer, "agency_pass1", "agency_pass2", "agency_pass2")


@pytest.mark.requirement("S3-36")
async def test_the_old_password_must_be_right_and_its_tries_are_bounded(sqlite: str) -> None:
    await member(MOBILE)
    _, viewer = await enter(MOBILE)
    for _ in range(10):
        with pytest.raises(Refused) as refused:
            await change_known_password(viewer, "wrong-password", NEW, NEW)
        assert isinstance(refused.value.errors[0], WrongCredentials)
    with pytest.raises(Refused) as refused:
        await change_known_password(viewer, PASSWORD, NEW, NEW)
    assert refused.value.errors[0].code is ErrorCode.LIMIT_REACHED


async def test_a_code_resets_the_password_and_ends_all_sessions(database: str) -> None:
    account = await member(MOBILE)
    session, _ = await enter(MOBILE)
    secret = await proved(MOBILE, ChallengePurpose.RESET_PASSWORD)
    await reset_by_code(PUBLIC_VIEWER, MOBILE, secret, NEW, NEW)
    assert await viewer_of_token(session.token or "") is None
    with pytest.raises(Refused):
        await enter(MOBILE, PASSWORD)
    await enter(MOBILE, NEW)
    row = await JournalRow.filter(name="PASSWORD_RESET").get()
    assert (row.subject_id, row.actor_id) == (account.id, account.id)
    with pytest.raises(Refused):
        await reset_by_code(PUBLIC_VIEWER, MOBILE, secret, PASSWORD, PASSWORD)


async def test_a_reset_needs_a_proved_code_of_that_very_account(sqlite: str) -> None:
    await member(MOBILE)
    await member(OTHER)
    unproved = await asked(MOBILE, ChallengePurpose.RESET_PASSWORD)
    theirs = await proved(OTHER, ChallengePurpose.RESET_PASSWORD)
    entry = await proved(MOBILE, ChallengePurpose.SIGN_IN)
    for login, secret in ((MOBILE, unproved), (MOBILE, theirs), (MOBILE, entry), ("13900000000", theirs)):
        with pytest.raises(Refused) as refused:
            await reset_by_code(PUBLIC_VIEWER, login, secret, NEW, NEW)
        assert refused.value.errors[0].code is ErrorCode.WRONG_CODE
    with pytest.raises(Refused) as refused:
        await reset_by_code(PUBLIC_VIEWER, MOBILE, None, NEW, NEW)
    assert refused.value.errors[0].path == ("input", "challengeId")
    await enter(MOBILE)


async def test_no_password_is_in_the_journal_or_readable(sqlite: str) -> None:
    await member(MOBILE)
    _, viewer = await enter(MOBILE)
    await change_known_password(viewer, PASSWORD, NEW, NEW)
    kept = f"{await Account.all().values()}{await JournalRow.all().values()}"
    assert PASSWORD not in kept and NEW not in kept
    assert "$argon2id$" in kept
    assert "$argon2id$" not in str(await JournalRow.all().values())
