"""Of what somebody wants to be reminded, and of which news they want an SMS."""

from models.kernel.unit import Unit, unit_of_work
from models.people.events import MessagesChanged, RemindersChanged
from models.people.kinds import MessageKind
from models.people.steps.accounts import own_account
from models.people.tables import Account
from models.people.workflow import ACCOUNT, relations_to_account

TURNED = {True: "打开", False: "关闭"}
MESSAGE_WORDS = {
    MessageKind.RETURNED: "退回补正",
    MessageKind.DECIDED: "审核决定",
    MessageKind.CERTIFICATE: "证书制发与寄送",
    MessageKind.EXPIRING: "到期提醒",
    MessageKind.CORRECTION: "证件信息更正",
}


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


@unit_of_work
async def change_messages(unit: Unit, *, kind: MessageKind, wanted: bool) -> Account:
    """Turn the SMS of one kind of news on or off; the inbox has them in any case.

    :raises Refused: WrongState (no password yet).
    """
    account = await own_account(unit)
    await ACCOUNT.require(account, "change_messages", relations_to_account(unit.viewer, account.id))
    off = set(account.sms_off or ()) - {kind.value} | (set() if wanted else {kind.value})
    account.sms_off = sorted(off)
    await account.store("sms_off")
    unit.record(MessagesChanged(TURNED[wanted], MESSAGE_WORDS[kind]), account)
    return account
