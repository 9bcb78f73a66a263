"""Reading messages."""

from collections.abc import Sequence

from tortoise.expressions import Q

from models.kernel.errors import Forbidden
from models.kernel.journal import Position
from models.kernel.rows import for_change
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.notices.events import NotificationsRead
from models.notices.reads import unread
from models.notices.tables import ReadMark
from models.people.tables import Account


@unit_of_work
async def read_notifications(
    unit: Unit, *, ids: Sequence[int] | None = None, up_to: Position | None = None
) -> int:
    """Mark some entries as read, or all up to a position; gives how many were unread until now.

    Ids that are not the viewer's own messages change nothing.
    """
    if unit.viewer.account_id is None:
        raise Forbidden
    account = await for_change(Account, Q(), unit.viewer.account_id)
    wanted = unread(unit.viewer)
    if ids is not None:
        wanted &= Q(id__in=list(ids)) if ids else Q(id__in=[])
    if up_to is not None:
        wanted &= Q(tx__lt=up_to.tx) | Q(tx=up_to.tx, id__lte=up_to.id)
    keys = await JournalRow.filter(wanted).values_list("id", flat=True)
    if not keys:
        return 0
    await ReadMark.bulk_create([ReadMark(account_id=account.id, entry_id=key) for key in keys])
    unit.record(NotificationsRead(len(keys)), account)
    return len(keys)
