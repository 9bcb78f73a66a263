"""Connections to PostgreSQL between two uses."""

import asyncpg
import pytest

from models.kernel.orm import reader
from models.kernel.tables import JobLease


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
async def test_a_connection_is_asked_nothing_between_two_uses(database: str) -> None:
    """Another round trip after each statement would double what short ones cost."""
    await JobLease.all().count()
    own = await reader().execute_query_dict(
        "select pid, query from pg_stat_activity where pid = pg_backend_pid()"
    )
    watching = await asyncpg.connect(database)
    try:
        last = await watching.fetchval("select query from pg_stat_activity where pid = $1", own[0]["pid"])
    finally:
        await watching.close()
    assert "pg_stat_activity" in last
