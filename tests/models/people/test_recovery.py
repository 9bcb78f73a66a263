"""Recovery by the authority in charge: who decides, what is told to whom, and that a code works once (D-9)."""

import asyncio
import re
from datetime import timedelta

import pytest

from models.authorities.kinds import ReviewerRole
from models.authorities.tables import Reviewer
from models.kernel.clock import freeze, now
from models.kernel.errors import ErrorCode, Forbidden, NotFound, Refused
from models.kernel.tables import JournalRow
from models.kernel.unit import Done
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState, RecoveryState
from models.people.sessions import viewer_of_token
from models.people.settings import RECOVERY_CODE_LIFETIME, RECOVERY_OPEN_FOR
from models.people.steps.recovery import (
    RecoveryAsked,
    ask_for_recovery,
    expire_recoveries,
    grant_recovery,
    refuse_recovery,
)
from models.people.steps.redeem import reset_by_recovery
from models.people.tables import Account, OutgoingMessage, RecoveryRequest
from tests.factories import corps, made, reviewer
from tests.models.people.stories import HOME, enter, member, solved_slider

LOST, CONTACT, PASSWORD = "13211111111", "13233333333", "correct-horse-10"
PAPERS = ["居民身份证"]
ACCEPTOR = ReviewerRole.ACCEPTOR


async def ask(
    login: str = LOST, contact: str = CONTACT, region: str = "320000", key: str = "k"
) -> Done[RecoveryRequest | None]:
    asked = RecoveryAsked(login, region, contact)
    return await ask_for_recovery(PUBLIC_VIEWER, asked, await solved_slider(), HOME.address, key)


async def waiting(login: str = LOST) -> RecoveryRequest:
    row = (await ask(login)).value
    assert row is not None
    return row


async def granted(row: RecoveryRequest, officer: Viewer) -> str:
    """The code as it came to the contact's mobile."""
    await grant_recovery(officer, id=row.id, version=row.version, papers_seen=PAPERS)
    message = await OutgoingMessage.filter(target=CONTACT).order_by("-id").first()
    assert message is not None
    found = re.search(r"一次性代码 ([\w-]+)", message.text)
    assert found is not None
    return found[1]


async def code_granted() -> str:
    officer = await reviewer(ACCEPTOR, at=await corps())
    return await granted(await waiting(), officer)


async def redeemed(code: str, login: str = LOST) -> Account:
    return (await reset_by_recovery(PUBLIC_VIEWER, login, code, PASSWORD, PASSWORD)).value


async def refusal(code: str) -> ErrorCode:
    with pytest.raises(Refused) as refused:
        await redeemed(code)
    return refused.value.errors[0].code


@pytest.mark.requirement("D-9", "S2-4", "S3-18")
async def test_the_authority_grants_and_the_person_chooses_a_password(database: str) -> None:
    account = await member(LOST)
    session, _ = await enter(LOST)
    officer = await reviewer(ACCEPTOR, at=await corps())
    row = await waiting()
    code = await granted(row, officer)
    await redeemed(code.lower().replace("-", " "))
    assert await viewer_of_token(session.token or "") is None
    entries = await JournalRow.filter(name__startswith="RECOVERY_").order_by("id")
    assert [entry.name for entry in entries] == ["RECOVERY_REQUESTED", "RECOVERY_GRANTED"]
    assert (entries[1].actor_id, entries[1].account_id) == (officer.account_id, account.id)
    assert entries[1].facts == {"papers": "居民身份证"}
    assert (await RecoveryRequest.get(id=row.id)).state is RecoveryState.USED
    assert await refusal(code) is ErrorCode.WRONG_CODE


@pytest.mark.requirement("D-9")
async def test_the_lost_number_gives_way_to_the_one_that_got_the_code(database: str) -> None:
    await member(LOST)
    code = await code_granted()
    assert (await redeemed(code)).mobile == CONTACT
    await enter(CONTACT, PASSWORD)
    assert await JournalRow.filter(name="MOBILE_CHANGED").count() == 1


async def test_a_contact_that_is_another_ones_login_stays_theirs(sqlite: str) -> None:
    await member(LOST)
    await member(CONTACT)
    code = await code_granted()
    assert (await redeemed(code)).mobile == LOST
    await enter(LOST, PASSWORD)


@pytest.mark.requirement("D-9")
async def test_nobody_can_read_the_code_or_the_password(sqlite: str) -> None:
    await member(LOST)
    code = await code_granted()
    row = await RecoveryRequest.get(login=LOST)
    facts = [str(entry.facts) for entry in await JournalRow.all()]
    kept = " ".join([*(str(value) for value in vars(row).values()), *facts])
    assert code not in kept and code.replace("-", "") not in kept and PASSWORD not in kept


async def test_only_an_acceptor_of_that_authority_and_region_decides(sqlite: str) -> None:
    await member(LOST)
    jiangsu = await corps()
    row = await waiting()
    examiner = await reviewer(ReviewerRole.EXAMINER, at=jiangsu)
    suzhou = await reviewer(ACCEPTOR, at=jiangsu, regions=("3205",))
    zhejiang = await reviewer(ACCEPTOR, at=await corps("浙", "330000"))
    _, owner = await enter(LOST)
    for other in (PUBLIC_VIEWER, owner, examiner, suzhou, zhejiang):
        with pytest.raises(NotFound):
            await grant_recovery(other, id=row.id, version=row.version, papers_seen=PAPERS)
        with pytest.raises(NotFound):
            await refuse_recovery(other, id=row.id, version=row.version, reason="不符")
    assert (await RecoveryRequest.get(id=row.id)).state is RecoveryState.OPEN


async def test_a_colleagues_account_is_for_administrators(sqlite: str) -> None:
    jiangsu = await corps()
    officer = await reviewer(ACCEPTOR, at=jiangsu)
    colleague = await made(Reviewer, name="李慧", authority_id=jiangsu.id)
    await made(
        Account, kind=AccountKind.REVIEWER, state=AccountState.ACTIVE, reviewer_id=colleague.id, mobile=LOST
    )
    row = await waiting()
    with pytest.raises(NotFound):
        await grant_recovery(officer, id=row.id, version=row.version, papers_seen=PAPERS)
    await granted(row, await _administrator())


async def test_an_administrator_does_not_decide_on_applicants(sqlite: str) -> None:
    await member(LOST)
    await corps()
    row = await waiting()
    with pytest.raises(Forbidden):
        await grant_recovery(await _administrator(), id=row.id, version=row.version, papers_seen=PAPERS)


async def test_a_refusal_says_why_to_the_contact_and_ends_it(sqlite: str) -> None:
    await member(LOST)
    officer = await reviewer(ACCEPTOR, at=await corps())
    row = await waiting()
    await refuse_recovery(officer, id=row.id, version=row.version, reason="证件照片与本人不符")
    message = await OutgoingMessage.get(target=CONTACT)
    assert "证件照片与本人不符" in message.text
    row = await RecoveryRequest.get(id=row.id)
    with pytest.raises(Refused) as refused:
        await grant_recovery(officer, id=row.id, version=row.version, papers_seen=PAPERS)
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE


async def test_two_officers_at_once_make_one_code(database: str) -> None:
    await member(LOST)
    at = await corps()
    officers = [await reviewer(ACCEPTOR, at=at) for _ in range(2)]
    row = await waiting()
    outcomes = await asyncio.gather(
        *(grant_recovery(one, id=row.id, version=row.version, papers_seen=PAPERS) for one in officers),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    assert await JournalRow.filter(name="RECOVERY_GRANTED").count() == 1
    assert await OutgoingMessage.filter(target=CONTACT).count() == 1


async def test_strangers_learn_nothing_and_nothing_is_made_for_them(sqlite: str) -> None:
    await member(LOST)
    await corps()
    assert (await ask("13299999999", key="a")).value is None
    assert await RecoveryRequest.all().count() == 0
    first, again, other = await ask(key="b"), await ask(key="c"), await ask(contact="13244444444", key="d")
    assert first.value is not None and again.value is not None and other.value is not None
    assert first.value.id == again.value.id != other.value.id


@pytest.mark.parametrize(
    ("login", "contact", "region", "field"),
    [
        (LOST, "123", "320000", "contactMobile"),
        ("x" * 41, CONTACT, "320000", "login"),
        (LOST, CONTACT, "990000", "regionCode"),
    ],
)
async def test_wrong_input_is_named(sqlite: str, login: str, contact: str, region: str, field: str) -> None:
    await member(LOST)
    await corps()
    with pytest.raises(Refused) as refused:
        await ask(login, contact, region)
    assert refused.value.errors[0].path == ("input", field)


async def test_codes_cannot_be_guessed_without_end(sqlite: str) -> None:
    await member(LOST)
    await code_granted()
    outcomes = [await refusal("AAAA-AAAA-AAAA") for _ in range(11)]
    assert outcomes == [ErrorCode.WRONG_CODE] * 10 + [ErrorCode.LIMIT_REACHED]


async def test_a_code_ends_after_a_day_and_a_request_after_a_month(database: str) -> None:
    assert (timedelta(hours=24), timedelta(days=30)) == (RECOVERY_CODE_LIFETIME, RECOVERY_OPEN_FOR)
    await member(LOST)
    officer = await reviewer(ACCEPTOR, at=await corps())
    code = await granted(await waiting(), officer)
    with freeze(now() + RECOVERY_CODE_LIFETIME):
        assert await refusal(code) is ErrorCode.WRONG_CODE
        assert (await expire_recoveries(SYSTEM_VIEWER)).value == 1
        row = (await ask(key="again")).value
    assert row is not None
    with freeze(now() + RECOVERY_CODE_LIFETIME + RECOVERY_OPEN_FOR):
        with pytest.raises(Refused):
            await grant_recovery(officer, id=row.id, version=row.version, papers_seen=PAPERS)
        assert (await expire_recoveries(SYSTEM_VIEWER)).value == 1
    assert await JournalRow.filter(name="RECOVERY_EXPIRED").count() == 2


async def _administrator() -> Viewer:
    account = await made(Account, kind=AccountKind.ADMINISTRATOR, state=AccountState.ACTIVE)
    return Viewer(ViewerKind.ADMINISTRATOR, account.id)
