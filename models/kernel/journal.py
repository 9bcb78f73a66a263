"""The journal: append within the change's transaction, read in commit order after a position.

On PostgreSQL transactions commit out of id order, so a reader stays below the snapshot's xmin and goes by
(tx, id); `id > last` would lose events. SQLite has one writer: tx is 0 and the id alone is commit order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import orjson
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient

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
    "Position",
    "Recorded",
    "append",
    "entry_of",
    "head",
    "head_query",
    "last_of",
    "read_after",
    "unsettled",
]

COLUMNS = (
    "at", "name", "subject", "subject_id", "subject_version", "actor_kind", "actor_id",
    "actor_authority_id", "person_id", "employer_id", "authority_id", "account_id", "profession", "region",
    "public", "notifies", "facts",
)  # fmt: skip
ROWS_AT_ONCE = 1000
"""Rows of one statement: databases bind at most some 32,000 values."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event and the row it is about, waiting for the commit."""

    event: Event
    subject: Row


async def append(viewer: Viewer, at: datetime, recorded: Sequence[Recorded]) -> Position | None:
    """Write the events of a change, within its unit of work; gives the position of the last one."""
    last: Position | None = None
    for first in range(0, len(recorded), ROWS_AT_ONCE):
        last = await _write(viewer, at, recorded[first : first + ROWS_AT_ONCE])
    return last


async def _write(viewer: Viewer, at: datetime, recorded: Sequence[Recorded]) -> Position:
    speech = dialect()
    values = [
        speech.value(value) for one in recorded for value in _values(viewer, at, one.event, one.subject)
    ]
    written = await ask(_insert(speech, len(recorded)), values)
    return max(Position(row["tx"], row["id"]) for row in written)


@cache
def _insert(speech: Dialect, rows: int) -> str:
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
    return f"select tx, id from journal {_settled(_reader(), 'where')} order by tx desc, id desc limit 1"  # noqa: S608


async def read_after(after: Position, limit: int) -> list[Entry]:
    """Up to `limit` entries after a position, in commit order, none ever skipped."""
    connection = _reader()
    marks = ("$1", "$2", "$3") if _is_postgres(connection) else ("?", "?", "?")
    rows = await ask(
        f"select * from journal where (tx, id) > ({marks[0]}, {marks[1]}) "  # noqa: S608
        f"{_settled(connection, 'and')} order by tx, id limit {marks[2]}",
        [after.tx, after.id, limit],
        of=READER,
    )
    return [entry_of(row) for row in rows]


async def unsettled(after: Position) -> bool:
    """Are there entries after a position that are committed, but kept from readers by an older transaction?"""
    connection = _reader()
    if not _is_postgres(connection):
        return False
    rows = await ask(
        "select exists(select 1 from journal where (tx, id) > ($1, $2) "
        "and tx >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as found",
        [after.tx, after.id],
        of=READER,
    )
    return bool(rows[0]["found"])


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


def _settled(connection: BaseDBAsyncClient, word: str) -> str:
    if not _is_postgres(connection):
        return ""
    return f"{word} tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"


def _reader() -> BaseDBAsyncClient:
    return Tortoise.get_connection(READER)


def _is_postgres(connection: BaseDBAsyncClient) -> bool:
    return connection.capabilities.dialect == "postgres"
