"""What happens to an account and its sessions is told to its owner, whatever kind of account it is."""

from dataclasses import replace

import pytest

from models.kernel.audience import entries_visible_to, told
from models.kernel.clock import now
from models.kernel.journal import entry_of
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.kinds import AccountKind, AccountState
from models.people.sessions import viewer_of_account
from models.people.steps.sessions import Origin, end_session, open_session
from models.people.tables import Account
from tests.factories import agency, corps, made, person, reviewer


async def account_of(kind: AccountKind) -> Account:
    if kind is AccountKind.REVIEWER:
        viewer = await reviewer(at=await corps())
        return await Account.get(id=viewer.account_id or 0)
    owner = {}
    if kind is AccountKind.PERSON:
        owner = {"person_id": (await person()).person_id}
    if kind is AccountKind.EMPLOYER:
        owner = {"employer_id": (await agency()).id}
    return await made(Account, kind=kind, state=AccountState.ACTIVE, **owner)


@unit_of_work
async def opened(unit: Unit, *, account: Account) -> int:
    session = await open_session(unit, account, Origin())
    return int(session.id)


@pytest.mark.parametrize("kind", AccountKind)
async def test_the_owner_is_told_and_colleagues_are_not(database: str, kind: AccountKind) -> None:
    account = await account_of(kind)
    first = (await opened(SYSTEM_VIEWER, account=account)).value
    second = (await opened(SYSTEM_VIEWER, account=account)).value
    viewer = replace(await viewer_of_account(account), session_id=second)
    await end_session(viewer, id=first)
    heard = await names_for(viewer)
    assert heard == ["SESSION_OPENED", "SESSION_OPENED", "SESSION_ENDED"]
    stranger = await made(Account, kind=AccountKind.PROVIDER, state=AccountState.ACTIVE)
    for other in (await viewer_of_account(stranger), await reviewer(at=await corps("浙"))):
        assert await names_for(other) == []


async def names_for(viewer: Viewer) -> list[str]:
    """By the condition on rows, which must be the same as the test of one entry."""
    rows = await JournalRow.filter(entries_visible_to(viewer)).order_by("id")
    everything = [entry_of(dict(row)) for row in await JournalRow.all().order_by("id").values()]
    assert [row.id for row in rows] == [entry.position.id for entry in everything if told(entry, viewer)]
    assert all(row.at <= now() for row in rows)
    return [row.name for row in rows]
