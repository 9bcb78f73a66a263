"""Telling the holder that a certificate ends soon: 90, 60 and 30 days before, once each, unless they want quiet."""

from tortoise.expressions import Q

from models.kernel.clock import china_day
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.people.tables import Account
from models.registration.certificate_events import CertificateReminder
from models.registration.credentials import Certificate
from models.registration.validity import IN_FORCE, reminder_due
from models.registration.workflow import CREDENTIAL, Relation


@unit_of_work
async def remind_of_expiry(unit: Unit, *, id: int) -> Certificate | None:
    """Note that this reminder's time has come, and tell it; one who wants quiet hears of changes of state only."""
    row = await for_change(Certificate, Q(), id)
    left = (row.valid_until - china_day(unit.now)).days
    due = reminder_due(left)
    if row.state not in IN_FORCE or due is None or (row.reminded is not None and row.reminded <= due):
        return None
    await CREDENTIAL.require(row, "~remind", {Relation.CLOCK})
    row.reminded = due
    await row.store("reminded")
    if not await Account.filter(person_id=row.person_id, reminders=False).exists():
        unit.record(CertificateReminder(row.number, left, row.valid_until.isoformat()), row)
    return row
