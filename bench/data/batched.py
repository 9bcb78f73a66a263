"""Turns cases of the data set into entries of one batch that waits to be announced."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.data.cast import ARCHIVIST, OWN

EDITION = "FIRE-2017-1"
MAKING = "CERTIFICATE_MAKING"
PARTS = """
update registration set profession = 'FIRE_ENGINEER', kind = 'INITIAL', edition = :edition, state = 'GRANTED',
  submitted_at = updated_at, number = 'A' || id, sort_number = 'A' || id, region = '320100' where id <= :entries;
delete from work_item where registration_id <= :entries;
delete from registration_stage where registration_id <= :entries;
insert into registration_stage (version, created_at, updated_at, registration_id, place, kind, state, authority_id,
  rules, extended, escalated, opened_at)
  select 1, :now, :now, id, 1, 'ANNOUNCEMENT', 'BATCHED', authority_id, '[]', 0, 0, :now
  from registration where id <= :entries;
insert into registration_stage (version, created_at, updated_at, registration_id, place, kind, state, authority_id,
  rules, extended, escalated, workdays)
  select 1, :now, :now, id, 2, :making, 'WAITING', authority_id, '[]', 0, 0, 10
  from registration where id <= :entries;
insert into work_item (version, created_at, updated_at, registration_id, stage_id, stage_kind, role, profession, region,
  registration_kind, applicant_id, authority_id, state, open, fence, due_at, added_at, resubmitted, search)
  select 1, :now, :now, r.id, s.id, s.kind, 'ANNOUNCER', r.profession, r.region, r.kind, r.applicant_id,
  r.authority_id, 'FREE', 1, 0, :now, :now, 0, r.name
  from registration r join registration_stage s on s.registration_id = r.id and s.place = 1 where r.id <= :entries;
insert into batch (id, version, created_at, updated_at, kind, state, number, profession, region, authority_id, day, lock_at,
  taken, officer_id, notice, announced_at, total, carried)
  values (1, 1, :now, :now, 'ANNOUNCEMENT', 'LOCKED', '2026-01', 'FIRE_ENGINEER', '320000', :own, :day, :now,
  :entries, :officer, '公告', :now, :entries, 0);
insert into batch_entry (version, created_at, updated_at, batch_id, registration_id, stage_id, state, place, applicant_id,
  registration_kind, profession, grade, number, name, employer_name, region)
  select 1, :now, :now, 1, r.id, s.id, 'WAITING', r.id, r.applicant_id, r.kind, r.profession, r.grade, r.number, r.name,
  r.employer_name, r.region
  from registration r join registration_stage s on s.registration_id = r.id and s.place = 1 where r.id <= :entries
"""


def batch_waits(database_url: str, entries: int) -> None:
    """The first cases of the data set, each with a stage for the batch and one that follows. SQLite only."""
    now = datetime.now(UTC) - timedelta(days=1)
    given = {
        "edition": EDITION, "entries": entries, "making": MAKING, "own": OWN, "officer": ARCHIVIST,
        "now": now.isoformat(" "), "day": now.date().isoformat(),
    }  # fmt: skip
    with closing(_opened(database_url)) as connection, connection:
        for part in PARTS.split(";\n"):
            connection.execute(part, given)


def begin(database_url: str) -> None:
    """As announcing does: the clock finds it running."""
    with closing(_opened(database_url)) as connection, connection:
        connection.execute("update batch set state = 'RUNNING', version = version + 1")


def _opened(database_url: str) -> sqlite3.Connection:
    return sqlite3.connect(Path(database_url.removeprefix("sqlite://")), timeout=30)
