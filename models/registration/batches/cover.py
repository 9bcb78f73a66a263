"""What a batch's cover list says, as plain facts: for the paper that is stamped and for the sheet."""

from dataclasses import dataclass
from datetime import date

from models.kernel.errors import NotFound
from models.kernel.viewer import Viewer
from models.people.masks import mask_identity
from models.registration.batches.kinds import BATCH_KIND_WORDS, DEEDS, BatchEntryState
from models.registration.batches.opening import postponed_words
from models.registration.batches.reads import entries_visible_to, listed_to
from models.registration.batches.shown import announced_title
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.workflow import ENTRY
from models.registration.words import KIND_WORDS

HEADING = ("序号", "受理编号", "姓名", "证件号码", "注册种类", "注册名称", "聘用单位", "状态")
LISTED = (BatchEntryState.WAITING, BatchEntryState.CARRIED_OUT)


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One case of the list."""

    place: int
    number: str
    name: str
    identity_masked: str
    kind: str
    title: str
    employer_name: str
    state: str


@dataclass(frozen=True, slots=True)
class Cover:
    """A batch with its list, in the order of the list."""

    heading: str
    authority_name: str
    number: str
    day: date
    deed: str
    postponed: str
    stamp_number: str
    stamped_on: date | None
    rows: tuple[CoverRow, ...]


async def cover_of(viewer: Viewer, key: int) -> Cover:
    """:raises NotFound: it is not there, or not a batch of the viewer's authority and profession."""
    batch = await Batch.filter(listed_to(viewer), id=key).select_related("authority").first()
    if batch is None:
        raise NotFound
    entries = BatchEntry.filter(entries_visible_to(viewer), batch_id=batch.id, state__in=LISTED)
    found = await entries.order_by("place").select_related("registration")
    return Cover(
        heading=f"{BATCH_KIND_WORDS[batch.kind]}批次{batch.number}",
        authority_name=batch.authority.name,
        number=batch.number,
        day=batch.day,
        deed=DEEDS[batch.kind],
        postponed=postponed_words(batch),
        stamp_number=batch.stamp_number or "",
        stamped_on=batch.stamped_on,
        rows=tuple(_row(entry) for entry in found),
    )


def _row(entry: BatchEntry) -> CoverRow:
    return CoverRow(
        place=entry.place,
        number=entry.number,
        name=entry.name,
        identity_masked=mask_identity(entry.registration.identity_number or ""),
        kind=KIND_WORDS[entry.registration_kind],
        title=announced_title(entry.profession, entry.grade),
        employer_name=entry.employer_name,
        state=ENTRY.words[entry.state],
    )


def cells_of(row: CoverRow) -> tuple[int | str, ...]:
    """The row under `HEADING`."""
    return (
        row.place,
        row.number,
        row.name,
        row.identity_masked,
        row.kind,
        row.title,
        row.employer_name,
        row.state,
    )
