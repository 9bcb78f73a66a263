"""Server processes with the whole schema over one database: one on SQLite, several on PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import Server


@contextmanager
def serving_whole(url: str, folder: Path, processes: int = 2, **settings: str) -> Iterator[list[Server]]:
    """Started beside each other. The database must be furnished already, so that nobody works before the test does."""
    own = {"WHOLE_SCHEMA": "1", "SOCKETS_PER_ADDRESS": "5000"} | settings
    servers = [
        Server(url, folder / f"process{number}", own)
        for number in range(1 if url.startswith("sqlite") else processes)
    ]
    try:
        start_all(servers)
        yield servers
    finally:
        for server in servers:
            server.kill()


def start_all(servers: list[Server]) -> None:
    """Start processes that do not run, beside each other."""
    for server in servers:
        server.launch()
    for server in servers:
        server.wait_until_ready()
