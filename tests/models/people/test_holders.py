"""First sign-in of a certificate holder: identity verified, password set, then their own page (S2-1, S2-2, S2-25)."""

import asyncio

import pytest

from models.kernel.errors import ErrorCode, InvalidField, Refused, UnmetRequirement
from models.kernel.tables import JournalRow
from models.kernel.unit import Done
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.kinds import AccountState, ChallengePurpose, IdentityKind
from models.people.sessions import viewer_of_token
from models.people.steps.holders import HolderClaim, open_holder_and_enter
from models.people.steps.passwords import set_first_password
from models.people.tables import Account, OutgoingMessage, Session
from models.people.throttle import BOUNDS, Act
from tests.models.people.stories import HOME, PASSWORD, enter, member, proved
from tests.old_holders import OldHolder, old_holder

MOBILE, OTHER = "13211111111", "13222222222"


async def proof(mobile: str = MOBILE) -> str:
    return await proved(mobile, ChallengePurpose.OPEN_ACCOUNT)


async def opened(claim: HolderClaim, secret: str, key: str = "k") -> Done[Session]:
    return await open_holder_and_enter(PUBLIC_VIEWER, secret, claim, key, HOME)


async def refusal(claim: HolderClaim, secret: str) -> UnmetRequirement | InvalidField:
    with pytest.raises(Refused) as refused:
        await opened(claim, secret, claim.name + claim.number)
    error = refused.value.errors[0]
    assert isinstance(error, UnmetRequirement | InvalidField)
    return error


async def signed_in(session: Session) -> Viewer:
    viewer = await viewer_of_token(session.token or "")
    assert viewer is not None
    return viewer


@pytest.mark.requirement("S2-1", "S2-2")
async def test_a_holder_verifies_sets_a_password_and_comes_back_with_the_identity_number(
    database: str,
) -> None:
    holder = await old_holder()
    session = (await opened(holder.claim(), await proof())).value
    account, viewer = session.account, await signed_in(session)
    assert (account.person_id, account.state, account.mobile) == (
        holder.person.id,
        AccountState.PASSWORDLESS,
        MOBILE,
    )
    row = await JournalRow.get(name="HOLDER_ACCOUNT_OPENED")
    assert (row.person_id, row.facts) == (holder.person.id, {"certificate": holder.certificate.number})
    await set_first_password(viewer, PASSWORD, PASSWORD)
    _, again = await enter(holder.person.identity_number or "")
    assert (again.person_id, again.account_id) == (holder.person.id, account.id)


@pytest.mark.requirement("S2-25")
async def test_whatever_does_not_agree_gets_the_same_words_and_the_hint(sqlite: str) -> None:
    holder, secret = await old_holder(), await proof()
    wrong = (
        holder.claim(number="211322196402200016"),
        holder.claim(name="别的人"),
        holder.claim(certificate_number="苏1XF20260009"),
        holder.claim(kind=IdentityKind.PASSPORT),
    )
    for claim in wrong:
        error = await refusal(claim, secret)
        assert isinstance(error, UnmetRequirement)
        assert (error.message, error.finding.message) == ("没有您的注册信息", "没有您的注册信息")
        assert (
            error.finding.advice
            == "请核对证件号码是否与上次注册时使用的号码一致；仍查不到的，请联系注册管理中心"
        )
    assert not await Account.filter(person_id=holder.person.id).exists()
    assert (await opened(holder.claim(), secret)).value.token


async def test_the_long_form_of_a_number_on_record_is_not_the_one_of_the_last_registration(
    sqlite: str,
) -> None:
    holder, long_form = await old_holder(old_number=True), (await old_holder()).person.identity_number
    error = await refusal(holder.claim(kind=IdentityKind.RESIDENT, number=long_form), await proof())
    assert error.code is ErrorCode.UNMET_REQUIREMENT


async def test_names_in_another_spelling_are_the_same(sqlite: str) -> None:
    holder = await old_holder()
    claim = holder.claim(
        name=f" {holder.person.name[0]} {holder.person.name[1:]}",
        certificate_number=f" {holder.certificate.number.lower()} ",
    )
    assert (await opened(claim, await proof())).value.token


async def test_empty_fields_are_named_all_at_once(sqlite: str) -> None:
    with pytest.raises(Refused) as refused:
        await opened(HolderClaim("", IdentityKind.RESIDENT, " ", "x" * 33), await proof())
    assert [error.path for error in refused.value.errors] == [
        ("input", "name"),
        ("input", "identityNumber"),
        ("input", "certificateNumber"),
    ]


async def test_who_has_an_account_signs_in_with_it(sqlite: str) -> None:
    holder = await old_holder()
    await opened(holder.claim(), await proof())
    with pytest.raises(Refused) as refused:
        await opened(holder.claim(), await proof(OTHER), "other")
    assert refused.value.errors[0].code is ErrorCode.DUPLICATE


async def test_a_mobile_of_another_account_is_refused(sqlite: str) -> None:
    holder = await old_holder()
    await member(OTHER)
    with pytest.raises(Refused) as refused:
        await opened(holder.claim(), await proof(OTHER))
    assert refused.value.errors[0].path == ("input", "challengeId")


async def test_the_number_on_record_is_told_of_another_mobile(sqlite: str) -> None:
    holder = await old_holder()
    await opened(holder.claim(), await proof())
    message = await OutgoingMessage.get(target=holder.person.mobile)
    assert "132****1111" in message.text and "立即联系注册机构" in message.text


async def test_sent_again_with_its_key_opens_no_second_account(database: str) -> None:
    holder, secret = await old_holder(), await proof()
    first, again = await opened(holder.claim(), secret), await opened(holder.claim(), secret)
    assert first.value.account_id == again.value.account_id
    assert await Account.filter(person_id=holder.person.id).count() == 1


async def test_two_at_once_open_one_account(database: str) -> None:
    holder = await old_holder()
    proofs = [await proof(), await proof(OTHER)]
    outcomes = await asyncio.gather(
        *(opened(holder.claim(), secret, secret) for secret in proofs), return_exceptions=True
    )
    assert sum(isinstance(one, Refused) for one in outcomes) == 1
    assert await Account.filter(person_id=holder.person.id).count() == 1


async def test_certificates_cannot_be_tried_out(sqlite: str) -> None:
    holder, secret = await old_holder(), await proof()
    for serial in range(BOUNDS[Act.HOLDER_OF_NUMBER].limit):
        await refusal(holder.claim(certificate_number=f"{serial}"), secret)
    with pytest.raises(Refused) as refused:
        await opened(_right(holder), secret)
    assert refused.value.errors[0].code is ErrorCode.LIMIT_REACHED


def _right(holder: OldHolder) -> HolderClaim:
    return holder.claim()
