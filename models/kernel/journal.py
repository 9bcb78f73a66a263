"""The journal: append within the change's transaction, read in commit order after a position.

On PostgreSQL transactions commit out of id order, so a reader stays below the snapshot's xmin and goes by
(tx, id); `id > last` would lose events. SQLite has one writer: tx is 0 and the id alone is commit order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

import orjson

from models.kernel.database import READER
from models.kernel.dialect import Dialect, dialect
from models.kernel.entries import START, Entry, Position
from models.kernel.events import Audience, Event, Told
from models.kernel.orm import PLACE
from models.kernel.rows import Row
from models.kernel.statements import ask
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer

__all__ = [
    "START",
    "Entry",
    "Look",
    "Position",
    "Recorded",
    "append",
    "entry_of",
    "head",
    "head_query",
    "last_of",
    "look_after",
    "read_after",
]

COLUMNS = (
    "at", "name", "subject", "subject_id", "subject_version", "actor_kind", "actor_id",
    "actor_authority_id", "person_id", "employer_id", "authority_id", "account_id", "profession", "region",
    "public", "notifies", "facts",
)  # fmt: skip
ROWS_AT_ONCE = 1000
"""Rows of one statement: databases bind at most some 32,000 values."""
KEPT_TEXTS = 64


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event and the row it is about, waiting for the commit."""

    event: Event
    subject: Row


async def append(viewer: Viewer, at: datetime, recorded: Sequence[Recorded]) -> Position | None:
    """Write the events of a change, within its unit of work; gives the position of the last one."""
    last: Position | None = None
    for first in range(0, len(recorded), ROWS_AT_ONCE):
        last = await _insert(viewer, at, recorded[first : first + ROWS_AT_ONCE])
    return last


async def _insert(viewer: Viewer, at: datetime, recorded: Sequence[Recorded]) -> Position:
    speech = dialect()
    values = [
        speech.value(value) for one in recorded for value in _values(viewer, at, one.event, one.subject)
    ]
    written = await ask(_insertion(speech, len(recorded)), values)
    return max(Position(row["tx"], row["id"]) for row in written)


@lru_cache(maxsize=KEPT_TEXTS)
def _insertion(speech: Dialect, rows: int) -> str:
    tx = "pg_current_xact_id()::text::bigint" if speech.postgres else "0"
    marks = ", ".join([f"({tx}, {', '.join(PLACE for _ in COLUMNS)})"] * rows)
    return speech.numbered(
        f"insert into journal (tx, {', '.join(COLUMNS)}) values {marks} returning tx, id"  # noqa: S608 names only
    )


async def head() -> Position:
    """The newest position that every reader may rely on: nothing will appear before it any more."""
    rows = await ask(head_query(), [], of=READER)
    return Position(rows[0]["tx"], rows[0]["id"]) if rows else START


def head_query() -> str:
    """SQL of the head's `tx` and `id`, for whoever reads it together with other rows; no row before the first entry."""
    settled = f"where tx < {XMIN}" if dialect().postgres else ""
    return f"select tx, id from journal {settled} order by tx desc, id desc limit 1"  # noqa: S608 names only


async def read_after(after: Position, limit: int) -> list[Entry]:
    """Up to `limit` entries after a position, in commit order, none ever skipped."""
    return (await look_after(after, limit)).entries


@dataclass(frozen=True, slots=True)
class Look:
    """What stood after a position. `hidden`: more is committed, but an older transaction keeps it from readers."""

    entries: list[Entry]
    hidden: bool


async def look_after(after: Position, limit: int) -> Look:
    """Up to `limit` entries after a position, in commit order, and whether something is kept back, in one statement."""
    speech, place = dialect(), (after.tx, after.id)
    values = [*place, limit, *place] if speech.postgres else [*place, limit]
    found = await ask(_after(speech), values, of=READER)
    settled = [row for row in found if row["settled"]]
    return Look([entry_of(row) for row in settled], hidden=len(settled) < len(found))


@cache
def _after(speech: Dialect) -> str:
    """On PostgreSQL with the first that is kept back behind the others, if there is one: nobody reads all of those."""
    beyond = f"(tx, id) > ({PLACE}, {PLACE})"
    if not speech.postgres:
        return speech.numbered(
            f"select *, true as settled from journal where {beyond} order by tx, id limit {PLACE}"  # noqa: S608 names only
        )
    return speech.numbered(
        f"(select *, true as settled from journal where {beyond} and tx < {XMIN} order by tx, id limit {PLACE}) "  # noqa: S608
        f"union all (select *, false from journal where {beyond} and tx >= {XMIN} limit 1)"
    )


async def last_of(subject: Row) -> Entry | None:
    """The newest entry about a row; inside a unit of work the unit's own connection reads it."""
    row = (
        await JournalRow.filter(subject=subject.prefix, subject_id=subject.id)
        .order_by("-tx", "-id")
        .first()
        .values()
    )
    return entry_of(row) if row else None


def entry_of(row: Mapping[str, Any]) -> Entry:
    """An entry from a row as the driver or the ORM gives it."""
    at, facts = row["at"], row["facts"]
    return Entry(
        position=Position(row["tx"], row["id"]),
        at=at if isinstance(at, datetime) else datetime.fromisoformat(at),
        name=row["name"],
        subject=row["subject"],
        subject_id=row["subject_id"],
        subject_version=row["subject_version"],
        actor_kind=row["actor_kind"],
        actor_id=row["actor_id"],
        actor_authority_id=row["actor_authority_id"],
        audience=Audience(
            row["person_id"],
            row["employer_id"],
            row["authority_id"],
            row["profession"],
            row["region"],
            row["account_id"],
        ),
        public=bool(row["public"]),
        notifies=bool(row["notifies"]),
        facts=facts if isinstance(facts, dict) else orjson.loads(facts),
    )


def _values(viewer: Viewer, at: datetime, event: Event, subject: Row) -> list[Any]:
    audience, told = subject.audience(), event.told
    queued = Told.QUEUE in told
    return [
        at, event.name(), subject.prefix, subject.id, subject.version,
        viewer.kind.value, viewer.account_id, viewer.authority_id,
        audience.person_id if Told.APPLICANT in told else None,
        audience.employer_id if Told.EMPLOYER in told else None,
        audience.authority_id if queued else None,
        audience.account_id if Told.ACCOUNT in told else None,
        audience.profession, audience.region,
        Told.PUBLIC in told, event.notifies,
        orjson.dumps(event.facts(), default=str).decode(),
    ]  # fmt: skip


XMIN = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
"""The oldest transaction that is still running."""
