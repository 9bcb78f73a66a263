"""Another login mobile: both numbers are proved, and nobody else has the new one."""

import asyncio

import pytest

from models.kernel.errors import ErrorCode, Refused, Unauthenticated
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER
from models.people.kinds import ChallengePurpose
from models.people.steps.accounts import change_mobile
from models.people.tables import Account, Person
from tests.models.people.stories import enter, member, newcomer, proved

OLD, NEW, OTHER = "13211111111", "13233333333", "13222222222"
FIRST, SECOND = ChallengePurpose.OLD_MOBILE, ChallengePurpose.NEW_MOBILE


async def test_nobody_has_no_number_to_change(sqlite: str) -> None:
    with pytest.raises(Unauthenticated):
        await change_mobile(PUBLIC_VIEWER, old_secret="a", new_secret="b")


async def test_without_a_password_the_number_stays(sqlite: str) -> None:
    _, viewer = await newcomer(OLD)
    with pytest.raises(Refused) as refused:
        await change_mobile(viewer, old_secret="a", new_secret="b")
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE


async def test_a_number_of_somebody_else_is_refused_and_nothing_is_spent(sqlite: str) -> None:
    await member(OTHER)
    await member(OLD)
    _, viewer = await enter(OLD)
    old, taken = await proved(OLD, FIRST, viewer), await proved(OTHER, SECOND)
    with pytest.raises(Refused) as refused:
        await change_mobile(viewer, old_secret=old, new_secret=taken)
    assert refused.value.errors[0].message == "该手机号已是登录账号，请换一个"
    await change_mobile(viewer, old_secret=old, new_secret=await proved(NEW, SECOND))


@pytest.mark.requirement("S3-37")
async def test_the_old_code_must_be_of_this_account(sqlite: str) -> None:
    await member(OTHER)
    await member(OLD)
    _, theirs = await enter(OTHER)
    _, viewer = await enter(OLD)
    foreign = await proved(OTHER, FIRST, theirs)
    with pytest.raises(Refused) as refused:
        await change_mobile(viewer, old_secret=foreign, new_secret=await proved(NEW, SECOND))
    assert refused.value.errors[0].path == ("input", "oldChallengeId")


@pytest.mark.requirement("S3-37")
async def test_the_account_moves_and_the_person_follows(database: str) -> None:
    account = await member(OLD)
    _, viewer = await enter(OLD)
    await change_mobile(
        viewer, old_secret=await proved(OLD, FIRST, viewer), new_secret=await proved(NEW, SECOND)
    )
    assert (await Account.get(id=account.id)).mobile == NEW
    assert (await Person.get(id=account.person_id or 0)).mobile == NEW
    row = await JournalRow.filter(name="MOBILE_CHANGED").get()
    assert (row.facts, row.person_id, row.notifies) == ({}, account.person_id, True)
    await enter(NEW)


async def test_two_accounts_cannot_take_one_number_at_once(database: str) -> None:
    viewers = []
    for mobile in (OLD, OTHER):
        await member(mobile)
        viewers.append((await enter(mobile))[1])
    pairs = [
        (viewer, await proved(mobile, FIRST, viewer), await proved(NEW, SECOND))
        for viewer, mobile in zip(viewers, (OLD, OTHER), strict=True)
    ]
    outcomes = await asyncio.gather(
        *(change_mobile(v, old_secret=old, new_secret=new) for v, old, new in pairs), return_exceptions=True
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert [error.code for error in refused[0].errors] == [ErrorCode.DUPLICATE]
    assert len(refused) == 1
