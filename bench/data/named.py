"""People for an import: a file of them, and the administrator who brings it."""

import csv
import io
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.data.cast import hashed
from models.people.identity import check_character

ADMINISTRATOR_TOKEN = "bench-administrator"
KEY = 900_001
HEADINGS = ("姓名", "证件号码", "手机号")
FIRST_DAY = date(1960, 1, 1)
A_DAY = 900
"""Numbers of people born on one day, in one county."""
NOW = datetime(2098, 1, 1, tzinfo=UTC).isoformat(" ")
ROWS = (
    "insert into account (id, version, created_at, updated_at, kind, state, reminders) "
    "values (:key, 1, :now, :now, 'ADMINISTRATOR', 'ACTIVE', 1)",
    "insert into session (id, version, created_at, updated_at, account_id, state, token_hash, device, address, opened_at, "
    "last_seen_at) values (:key, 1, :now, :now, :key, 'OPEN', :token, '', '', :now, :now)",
)


def administrator_signs_in(database_url: str) -> None:
    """SQLite only: an account with a session that neither ages nor is written to."""
    path = Path(database_url.removeprefix("sqlite://"))
    with closing(sqlite3.connect(path, timeout=30)) as connection, connection:
        for row in ROWS:
            connection.execute(row, {"key": KEY, "now": NOW, "token": hashed(ADMINISTRATOR_TOKEN)})


def file_of_people(count: int) -> bytes:
    """A CSV; every person has a number of their own and no mobile number."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows((f"测试{place}", _number(place), "") for place in range(count))
    return out.getvalue().encode()


def _number(place: int) -> str:
    born = FIRST_DAY + timedelta(days=place // A_DAY)
    body = f"441802{born:%Y%m%d}{place % A_DAY:03d}"
    return body + check_character(body)
