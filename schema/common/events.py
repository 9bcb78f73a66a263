"""Journal entries as the graph shows them: one by one, as an object's history, and as a feed to poll."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import strawberry

from models.kernel.audience import histories_visible_to, told
from models.kernel.cursor import CursorTooOld
from models.kernel.events import sentence
from models.kernel.ids import global_id as id_of
from models.kernel.journal import Entry, Position, read_after
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer
from schema.common.actors import Actor
from schema.common.context import Context, Info
from schema.common.event_names import EventName
from schema.common.interfaces import Node, Subject
from schema.common.scalars import Cursor
from schema.plans.binding import present, rows
from schema.plans.declare import column, computed, global_id, named, part
from schema.plans.paging import page_size

BATCH = 500
BATCHES = 8
"""At most 4000 entries are looked at for one page; the client goes on from the cursor it gets."""


def cursor_of(tx: int, id: int, context: Context) -> Cursor:
    return Cursor(context.cursors.write(Position(tx, id)))


def subject_of(subject: str, subject_id: int) -> str:
    return id_of(subject, subject_id)


@strawberry.type(description="事件的一个小事实")
class Fact:
    name: str = strawberry.field(description="名称")
    value: str = strawberry.field(description="值")


def facts_of(facts: dict[str, Any]) -> list[Fact]:
    return [Fact(name=name, value=str(value)) for name, value in facts.items() if value is not None]


@rows(
    JournalRow,
    visible=histories_visible_to,
    prefix="evt",
    description="日志中的一件事，只记标识与小事实，不记私密文字",
)
class Event(Node):
    """One journal entry, for those it was told to."""

    id: strawberry.ID = global_id()
    cursor: Cursor = computed(cursor_of, description="在日志中的位置")
    name: EventName = column(description="事件名")
    at: datetime = column(description="发生时间")
    actor: Actor = part(description="谁做的")
    subject: Subject | None = named(subject_of, description="说的是哪个对象；查看者已看不到时为空")
    summary: str = computed(sentence, description="一句话")
    facts: list[Fact] = computed(facts_of, description="小事实")


class _Told:
    """An entry with the names of a journal row's columns; making a row costs ten times as much."""

    __slots__ = (
        "account_id", "actor_authority_id", "actor_id", "actor_kind", "at", "authority_id", "employer_id", "facts",
        "id", "name", "notifies", "person_id", "profession", "public", "region", "subject", "subject_id",
        "subject_version", "tx",
    )  # fmt: skip

    def __init__(self, entry: Entry) -> None:
        audience = entry.audience
        self.tx, self.id = entry.position
        self.at, self.name, self.facts = entry.at, entry.name, entry.facts
        self.subject, self.subject_id = entry.subject, entry.subject_id
        self.subject_version = entry.subject_version
        self.actor_kind, self.actor_id = entry.actor_kind, entry.actor_id
        self.actor_authority_id = entry.actor_authority_id
        self.person_id, self.employer_id = audience.person_id, audience.employer_id
        self.authority_id, self.account_id = audience.authority_id, audience.account_id
        self.profession, self.region = audience.profession, audience.region
        self.public, self.notifies = entry.public, entry.notifies


def event_of(entry: Entry) -> Event:
    """The event of an entry that the viewer was told (ask `told` first); reads nothing."""
    return present(Event, _Told(entry))


@strawberry.type(description="一页事件")
class EventPage:
    events: list[Event] = strawberry.field(description="事件")
    cursor: Cursor = strawberry.field(description="读到哪里，即使没有事件也前进")
    more: bool = strawberry.field(description="后面还有")
    resync_required: bool = strawberry.field(description="游标过旧或换了纪元，请重新查询")


async def event_page(
    info: Info, after: Cursor | None, first: int, names: Sequence[EventName] | None
) -> EventPage:
    """What the viewer was told after a cursor (nothing without one: then it is where to begin).

    :raises BadRequest: the cursor is none of this service, or `first` is out of range.
    """
    context, want = info.context, page_size(first)
    head = Cursor(context.cursors.write(await context.head()))
    if after is None:
        return EventPage(events=[], cursor=head, more=False, resync_required=False)
    try:
        start = context.cursors.read(after)
    except CursorTooOld:
        return EventPage(events=[], cursor=head, more=False, resync_required=True)
    found, position, more = await _collect(context.viewer, start, want, names)
    return EventPage(
        events=[event_of(entry) for entry in found],
        cursor=Cursor(context.cursors.write(position)),
        more=more,
        resync_required=False,
    )


async def _collect(
    viewer: Viewer, position: Position, want: int, names: Sequence[EventName] | None
) -> tuple[list[Entry], Position, bool]:
    found: list[Entry] = []
    for _ in range(BATCHES):
        entries = await read_after(position, BATCH)
        for entry in entries:
            position = entry.position
            if told(entry, viewer) and (names is None or entry.name in names):
                found.append(entry)
            if len(found) == want:
                return found, position, True
        if len(entries) < BATCH:
            return found, position, False
    return found, position, True
