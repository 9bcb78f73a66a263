"""Links by mail: a forgotten password, and an address that is proved before it is taken (D-9)."""

from datetime import timedelta

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import ErrorCode, Refused, Unauthenticated
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.kinds import ChallengeChannel, ChallengePurpose
from models.people.sessions import viewer_of_token
from models.people.settings import LINK_LIFETIME
from models.people.steps.accounts import change_email
from models.people.steps.code_requests import CodeRequest
from models.people.steps.codes import prove_code
from models.people.steps.passwords import reset_by_code
from models.people.tables import Account, Challenge, OutgoingMessage, Person
from tests.models.people.stories import enter, mailed, member, sent_link

MOBILE, OTHER = "13211111111", "13222222222"
ADDRESS, NEW = "wang.xiaoning@example.com", "correct-horse-10"
FORGOTTEN = CodeRequest(ChallengePurpose.RESET_PASSWORD, ChallengeChannel.EMAIL, login=MOBILE)
PROOF_OF_ADDRESS = CodeRequest(ChallengePurpose.NEW_EMAIL, ChallengeChannel.EMAIL, target=ADDRESS)


async def with_email(mobile: str = MOBILE) -> tuple[Account, Viewer]:
    """A member who has proved an address, still signed in."""
    account = await member(mobile)
    _, viewer = await enter(mobile)
    await mailed(PROOF_OF_ADDRESS, viewer)
    secret, code = await sent_link(ADDRESS)
    await prove_code(viewer, secret=secret, code=code)
    await change_email(viewer, secret=secret)
    return account, viewer


async def opened_link() -> str:
    secret, code = await sent_link(ADDRESS)
    await prove_code(PUBLIC_VIEWER, secret=secret, code=code)
    return secret


async def code_of_refusal(secret: str | None, login: str = MOBILE) -> ErrorCode:
    with pytest.raises(Refused) as refused:
        await reset_by_code(PUBLIC_VIEWER, login, secret, NEW, NEW)
    return refused.value.errors[0].code


@pytest.mark.requirement("D-9", "S2-3")
async def test_a_link_by_mail_sets_a_new_password_once_and_ends_every_session(database: str) -> None:
    _, viewer = await with_email()
    session, _ = await enter(MOBILE)
    await mailed(FORGOTTEN)
    secret = await opened_link()
    await reset_by_code(PUBLIC_VIEWER, MOBILE, secret, NEW, NEW)
    assert await viewer_of_token(session.token or "") is None
    assert await JournalRow.filter(name="PASSWORD_RESET", person_id=viewer.person_id).count() == 1
    await enter(MOBILE, NEW)
    assert await code_of_refusal(secret) is ErrorCode.WRONG_CODE


@pytest.mark.requirement("D-9")
async def test_a_link_ends_after_thirty_minutes(sqlite: str) -> None:
    assert timedelta(minutes=30) == LINK_LIFETIME
    await with_email()
    await mailed(FORGOTTEN)
    secret, code = await sent_link(ADDRESS)
    with freeze(now() + LINK_LIFETIME), pytest.raises(Refused):
        await prove_code(PUBLIC_VIEWER, secret=secret, code=code)
    assert await code_of_refusal(secret) is ErrorCode.WRONG_CODE


@pytest.mark.requirement("D-9")
async def test_neither_token_nor_password_can_be_read_from_the_database(sqlite: str) -> None:
    await with_email()
    await mailed(FORGOTTEN)
    secret, code = await sent_link(ADDRESS)
    row = await Challenge.filter(channel=ChallengeChannel.EMAIL).order_by("-id").first()
    account = await Account.get(mobile=MOBILE)
    assert row is not None
    kept = " ".join(str(value) for value in (*vars(row).values(), *vars(account).values()))
    assert secret not in kept and code not in kept and "correct-horse-9" not in kept
    assert account.password_hash is not None and account.password_hash.startswith("$argon2id$")


async def test_whoever_only_asked_for_the_mail_cannot_use_what_the_owner_proved(sqlite: str) -> None:
    await with_email()
    shown = await mailed(FORGOTTEN)
    await opened_link()
    assert await code_of_refusal(shown.secret) is ErrorCode.WRONG_CODE


@pytest.mark.requirement("S2-3")
async def test_the_answer_tells_nobody_whether_there_is_an_address(sqlite: str) -> None:
    await with_email()
    await member(OTHER)
    before = await OutgoingMessage.all().count()
    shown = [
        await mailed(CodeRequest(ChallengePurpose.RESET_PASSWORD, ChallengeChannel.EMAIL, login=login))
        for login in (MOBILE, OTHER, "13299999999")
    ]
    assert {(one.sent_to, one.state, one.tries_left) for one in shown} == {("登记的邮箱", "ISSUED", 5)}
    assert await OutgoingMessage.all().count() == before + 1


async def test_two_accounts_with_one_address_do_not_open_each_other(sqlite: str) -> None:
    await with_email()
    await with_email(OTHER)
    await mailed(FORGOTTEN)
    secret = await opened_link()
    assert await code_of_refusal(secret, OTHER) is ErrorCode.WRONG_CODE
    await reset_by_code(PUBLIC_VIEWER, MOBILE, secret, NEW, NEW)


async def test_an_address_is_taken_only_when_its_link_was_opened_by_the_account_that_asked(
    database: str,
) -> None:
    account, viewer = await with_email()
    assert (await Account.get(id=account.id)).email == ADDRESS
    assert (await Person.get(id=account.person_id or 0)).email == ADDRESS
    assert await JournalRow.filter(name="EMAIL_CHANGED", account_id=account.id).count() == 1
    await member(OTHER)
    _, other = await enter(OTHER)
    await mailed(PROOF_OF_ADDRESS, other)
    secret = await opened_link()
    with pytest.raises(Refused) as refused:
        await change_email(viewer, secret=secret)
    assert refused.value.errors[0].code is ErrorCode.WRONG_CODE


@pytest.mark.parametrize(
    "address", ["", "wang", "a@b", "a b@example.com", f"{'a' * 120}@example.com", "@x.cn"]
)
async def test_a_wrong_address_is_named(sqlite: str, address: str) -> None:
    await member(MOBILE)
    _, viewer = await enter(MOBILE)
    request = CodeRequest(ChallengePurpose.NEW_EMAIL, ChallengeChannel.EMAIL, target=address)
    with pytest.raises(Refused) as refused:
        await mailed(request, viewer)
    assert refused.value.errors[0].path == ("input", "target")
    with pytest.raises(Unauthenticated):
        await mailed(request)
