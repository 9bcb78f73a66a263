"""SQLite's log is copied into its file in a thread, now and then, so that no commit has to do it."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

LOG_OCTETS = 4 * 1024 * 1024
"""A log that is shorter is left alone."""


async def checkpoint(path: Path) -> bool:
    """Copy what every reader is past; was there enough to do it? Writers and readers go on meanwhile."""
    return await asyncio.to_thread(_checkpoint, path)


def _checkpoint(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or log.stat().st_size < LOG_OCTETS:
        return False
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    return True
