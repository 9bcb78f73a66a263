"""Signing in: by any login name, with the same answer for everybody who is not let in."""

import asyncio
from datetime import timedelta
from time import perf_counter

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import (
    ErrorCode,
    LimitReached,
    Refused,
    SliderRequired,
    UserError,
    WrongCredentials,
    WrongState,
)
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Grant, ViewerKind
from models.people.kinds import AccountState, ChallengePurpose, IdentityKind
from models.people.reads import may_only_draft
from models.people.sessions import viewer_of_session, viewer_of_token
from models.people.steps.passwords import set_first_password
from models.people.steps.sign_in import Credentials, sign_in_by_code, sign_in_with_password
from models.people.tables import Account, Attempt, Session
from models.people.throttle import BOUNDS, Act
from tests.models.people.stories import (
    HOME,
    PASSWORD,
    agency,
    enter,
    member,
    newcomer,
    proved,
    reviewer,
    signed_in,
    solved_slider,
)

MOBILE = "13211111111"
IDENTITY = "211322196402200016"
CREDIT_CODE = "91320100MA1MQ8B75X"


async def test_nobody_is_told_whether_a_login_exists(database: str) -> None:
    await member(MOBILE)
    answers = [await _errors(login, "wrong-password") for login in (MOBILE, "13900000000", "", "x" * 5000)]
    assert answers == [[WrongCredentials()]] * 4
    assert answers[0][0].message == "账号或密码不正确"


async def test_an_unknown_login_takes_as_long_as_a_known_one(sqlite: str) -> None:
    await member(MOBILE)
    await _errors(MOBILE, "wrong-password")
    known = min([await _seconds(MOBILE) for _ in range(2)])
    unknown = min([await _seconds("13900000000") for _ in range(3)])
    assert unknown > known / 3


async def test_an_account_without_a_password_cannot_be_entered_with_one(sqlite: str) -> None:
    await newcomer(MOBILE)
    assert await _errors(MOBILE, "123456") == [WrongCredentials()]


@pytest.mark.requirement("S0-22")
async def test_mobile_and_password_open_a_session(database: str) -> None:
    account = await member(MOBILE)
    session, viewer = await enter(MOBILE)
    assert (viewer.kind, viewer.account_id, viewer.person_id) == (
        ViewerKind.PERSON,
        account.id,
        account.person_id,
    )
    assert viewer.session_id == session.id
    rows = await JournalRow.filter(name="SESSION_OPENED")
    assert [(row.subject_id, row.actor_id, row.person_id) for row in rows] == [
        (session.id, account.id, account.person_id)
    ]


@pytest.mark.requirement("D-19")
@pytest.mark.parametrize(
    ("login", "kind"),
    [
        (MOBILE, None),
        (f" {MOBILE[:3]} {MOBILE[3:]} ", None),
        (IDENTITY, IdentityKind.RESIDENT),
        (IDENTITY, None),
    ],
)
async def test_each_login_name_leads_to_the_same_account(
    sqlite: str, login: str, kind: IdentityKind | None
) -> None:
    account = await member(MOBILE, identity_number=IDENTITY)
    done = await sign_in_with_password(PUBLIC_VIEWER, Credentials(login, PASSWORD, kind), HOME)
    assert done.value.account_id == account.id


@pytest.mark.requirement("D-19", "S2-5")
async def test_a_certificate_number_of_another_type_is_another_login(sqlite: str) -> None:
    await member(MOBILE, identity_number=IDENTITY)
    assert await _refused(Credentials(IDENTITY, PASSWORD, IdentityKind.PASSPORT)) == [WrongCredentials()]


@pytest.mark.requirement("D-19")
async def test_an_agency_enters_with_its_credit_code(sqlite: str) -> None:
    account = await agency(CREDIT_CODE, "13311111111")
    _, viewer = await enter(CREDIT_CODE, "agency_pass1")
    assert (viewer.kind, viewer.employer_id) == (ViewerKind.EMPLOYER, account.employer_id)


async def test_a_reviewer_comes_with_authority_and_grants(sqlite: str) -> None:
    _, staff = await reviewer("13511111111")
    _, viewer = await enter("13511111111")
    assert (viewer.kind, viewer.authority_id) == (ViewerKind.REVIEWER, staff.authority_id)
    assert viewer.grants == (Grant("ACCEPTOR", "FIRE_ENGINEER", ("3201",)),)


@pytest.mark.requirement("S2-5")
async def test_the_fourth_try_needs_a_slider_and_the_right_password_forgets_the_tries(database: str) -> None:
    await member(MOBILE)
    for _ in range(3):
        assert await _errors(MOBILE, "wrong-password") == [WrongCredentials()]
    assert isinstance((await _errors(MOBILE, PASSWORD))[0], SliderRequired)
    await sign_in_with_password(
        PUBLIC_VIEWER, Credentials(MOBILE, PASSWORD, slider=await solved_slider()), HOME
    )
    await enter(MOBILE)


async def test_thirty_tries_at_once_look_at_three_passwords(database: str) -> None:
    await member(MOBILE)
    errors = await asyncio.gather(*(_errors(MOBILE, f"wrong-password-{n}") for n in range(30)))
    codes = [error.code for found in errors for error in found]
    assert codes.count(ErrorCode.WRONG_CREDENTIALS) == 3
    assert codes.count(ErrorCode.SLIDER_REQUIRED) == 27


async def test_sliders_do_not_lift_the_bound_and_login_names_share_it(database: str) -> None:
    await member(MOBILE, identity_number=IDENTITY)
    sliders = [await solved_slider() for _ in range(30)]
    tries = [
        Credentials([MOBILE, IDENTITY][n % 2], f"wrong-password-{n}", slider=slider)
        for n, slider in enumerate(sliders)
    ]
    errors = await asyncio.gather(*(_refused(credentials) for credentials in tries))
    codes = [error.code for found in errors for error in found]
    assert codes.count(ErrorCode.WRONG_CREDENTIALS) == BOUNDS[Act.PASSWORD_OF_ACCOUNT].limit
    limited = [error for found in errors for error in found if isinstance(error, LimitReached)]
    assert len(limited) == 20
    with freeze((limited[0].retry_at or now()) + timedelta(seconds=1)):
        slider = await solved_slider()
        await sign_in_with_password(PUBLIC_VIEWER, Credentials(MOBILE, PASSWORD, slider=slider), HOME)
    await enter(MOBILE)


async def test_one_address_cannot_try_one_password_on_many(sqlite: str) -> None:
    limit = BOUNDS[Act.PASSWORD_FROM_ADDRESS].limit
    await _fill(SYSTEM_VIEWER, act=Act.PASSWORD_FROM_ADDRESS, key=HOME.address, count=limit)
    assert isinstance((await _errors(MOBILE, PASSWORD))[0], LimitReached)


async def test_a_suspended_account_is_told_so_only_with_its_password(sqlite: str) -> None:
    account = await member(MOBILE)
    session, _ = await enter(MOBILE)
    await _suspend(SYSTEM_VIEWER, id=account.id)
    assert await viewer_of_token(session.token or "") is None
    assert await _errors(MOBILE, "wrong-password") == [WrongCredentials()]
    assert isinstance((await _errors(MOBILE, PASSWORD))[0], WrongState)


@pytest.mark.requirement("S0-21", "D-2", "D-3")
async def test_the_first_entry_is_by_code_and_there_is_no_default_password(database: str) -> None:
    first, viewer = await newcomer(MOBILE)
    account = await Account.get(mobile=MOBILE)
    assert (account.state, account.password_hash) == (AccountState.PASSWORDLESS, None)
    assert await _errors(MOBILE, "123456") == [WrongCredentials()]
    assert await may_only_draft(viewer)
    secret = await proved(MOBILE, ChallengePurpose.SIGN_IN)
    again = (await sign_in_by_code(PUBLIC_VIEWER, secret, HOME)).value
    assert again.account_id == first.account_id and again.id != first.id
    await set_first_password(await signed_in(again), PASSWORD, PASSWORD)
    assert not await may_only_draft(viewer)
    assert (await enter(MOBILE))[1].account_id == account.id


async def test_a_code_for_a_number_without_account_says_so_after_it_was_proved(sqlite: str) -> None:
    secret = await proved(MOBILE, ChallengePurpose.SIGN_IN)
    with pytest.raises(Refused) as refused:
        await sign_in_by_code(PUBLIC_VIEWER, secret, HOME)
    assert refused.value.errors[0].message == "该手机号还没有账号，请先开户"


async def test_a_token_is_kept_as_its_hash(sqlite: str) -> None:
    await member(MOBILE)
    session, viewer = await enter(MOBILE)
    assert (session.token or "?") not in str(await Session.all().values())
    assert await viewer_of_token("") is None
    assert await viewer_of_token("x" * 10_000) is None
    assert await viewer_of_session(session.id) == viewer
    assert await viewer_of_session(session.id + 1) is None


async def _errors(login: str, password: str) -> list[UserError]:
    return await _refused(Credentials(login, password))


async def _refused(credentials: Credentials) -> list[UserError]:
    with pytest.raises(Refused) as refused:
        await sign_in_with_password(PUBLIC_VIEWER, credentials, HOME)
    return list(refused.value.errors)


async def _seconds(login: str) -> float:
    start = perf_counter()
    await _errors(login, "wrong-password")
    return perf_counter() - start


@unit_of_work
async def _suspend(unit: Unit, *, id: int) -> None:
    await Account.filter(id=id).update(state=AccountState.SUSPENDED)


@unit_of_work
async def _fill(unit: Unit, *, act: Act, key: str, count: int) -> None:
    window = BOUNDS[act].window.total_seconds()
    end = (int(unit.now.timestamp() // window) + 1) * window
    await Attempt.create(
        act=act, key=key, window_ends_at=unit.now.fromtimestamp(end, unit.now.tzinfo), count=count
    )
