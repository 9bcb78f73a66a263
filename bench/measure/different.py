"""Many different events, each to a subscriber of its own: statements, processor time and how long it takes."""

import asyncio
import json
import time
from dataclasses import dataclass
from pathlib import Path

from bench.data.cast import applicant_token
from bench.data.writing import connected
from bench.documents import OWN_CASE
from bench.measure.crowd import crowd
from bench.measure.form import Form
from bench.measure.wire import counting
from bench.peers.catalogue import ours
from bench.processes import running

BATCH = 500
"""The requirement counts statements by so many events."""
IDLE_SECONDS = 3.0
MICROSECONDS = 1_000_000
APPEND = """insert into journal (tx, at, name, subject, subject_id, subject_version, actor_kind, person_id, public,
notifies, facts) select pg_current_xact_id()::text::bigint, clock_timestamp(), 'REGISTRATION_SAVED', 'reg', r.id,
r.version, 'PERSON', r.applicant_id, false, false, $2::jsonb from registration r where r.id <= $1"""
"""As a change of another process: one transaction, one entry for each case, told to its applicant."""
FACTS = json.dumps({"fields": "岗位"})


@dataclass(frozen=True)
class Different:
    """`statements` without what the idle service asks in the same time; `per_batch` of 500 events."""

    events: int
    statements: float
    per_batch: float
    seconds: float
    cpu_us: float


def different_events(database_url: str, data_dir: Path, form: Form) -> Different:
    """PostgreSQL only: there the statements can be counted on the wire."""
    events = form.different
    with counting(database_url) as wire:
        server = ours(wire.url, data_dir / "different")
        with running([server]), crowd() as people:
            tokens = [applicant_token(number) for number in range(1, events + 1)]
            people.open(server.port, events, tokens, OWN_CASE)
            people.settle(IDLE_SECONDS)
            idle = wire.executed()
            people.settle(IDLE_SECONDS)
            idle = wire.executed() - idle
            before, spent = wire.executed(), server.cpu_seconds()
            people.begin_burst(events)
            began = time.time()
            asyncio.run(_append(database_url, events))
            done = people.end_burst()
            lasted = done["last"] - began
            statements = wire.executed() - before - idle * lasted / IDLE_SECONDS
            cpu = (server.cpu_seconds() - spent) / events * MICROSECONDS
    return Different(events, statements, statements / events * BATCH, lasted, cpu)


async def _append(database_url: str, events: int) -> None:
    async with connected(database_url) as connection:
        await connection.execute(APPEND, events, FACTS)
