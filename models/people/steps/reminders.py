"""Whether somebody wants to be reminded of what ends soon."""

from models.kernel.unit import Unit, unit_of_work
from models.people.events import RemindersChanged
from models.people.steps.accounts import own_account
from models.people.tables import Account
from models.people.workflow import ACCOUNT, relations_to_account

TURNED = {True: "打开", False: "关闭"}


@unit_of_work
async def change_reminders(unit: Unit, *, wanted: bool) -> Account:
    """Turn reminders on or off; what changes its state is told in any case.

    :raises Refused: WrongState (no password yet).
    """
    account = await own_account(unit)
    await ACCOUNT.require(account, "change_reminders", relations_to_account(unit.viewer, account.id))
    account.reminders = wanted
    await account.store("reminders")
    unit.record(RemindersChanged(TURNED[wanted]), account)
    return account
