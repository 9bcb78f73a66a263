"""Presence in the database: a small table that is written by touches only and read as a whole."""

from collections.abc import Sequence

from models.kernel.clock import now
from models.kernel.tables import PresentRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from subscriptions.frames import Present
from subscriptions.presence import Guest

KEY = ["subject", "subject_id", "who"]
VALUES = ["label", "editing", "since", "until"]


class DatabasePresence:
    """Rows of `presence`."""

    async def put(self, guests: Sequence[Guest]) -> None:
        await _write(SYSTEM_VIEWER, guests=guests)

    async def present(self) -> list[Guest]:
        return [_guest(row) for row in await PresentRow.filter(until__gt=now())]


@unit_of_work
async def _write(unit: Unit, *, guests: Sequence[Guest]) -> None:
    await PresentRow.filter(until__lte=unit.now).delete()
    # In one order everywhere, so that two processes never wait for each other's rows.
    rows = [_row(guest) for guest in sorted(guests, key=lambda guest: (guest.subject, guest.who))]
    await PresentRow.bulk_create(rows, on_conflict=KEY, update_fields=VALUES)


def _row(guest: Guest) -> PresentRow:
    subject, key = guest.subject
    shown = guest.present
    return PresentRow(
        subject=subject,
        subject_id=key,
        who=guest.who,
        label=shown.label,
        editing=shown.editing,
        since=shown.since,
        until=guest.until,
    )


def _guest(row: PresentRow) -> Guest:
    present = Present(row.label, row.editing, row.since)
    return Guest((row.subject, row.subject_id), row.who, present, row.until)
