"""Wake-ups by PostgreSQL's NOTIFY, over a connection of its own: one after a commit, never a trigger per row.

The connection must reach the server itself: a pooler that lends connections per transaction forgets LISTEN.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from subscriptions.wake.connected import CHECK_SECONDS, CONNECT_SECONDS, ConnectedWakeUps, Line
from subscriptions.wake.port import Topic, Woken

CHANNEL = "zhiye_"
"""Before the topic; channels belong to one database of the server."""


class PostgresLine(Line):
    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()
        self._ended = asyncio.Event()
        connection.add_termination_listener(lambda _: self._ended.set())

    async def send(self, topic: Topic) -> None:
        await self._ask(f"notify {CHANNEL}{topic.value}")

    async def broken(self) -> None:
        """A server that vanished without a word says nothing: it is asked now and then."""
        while not self._ended.is_set():
            try:
                async with asyncio.timeout(CHECK_SECONDS):
                    await self._ended.wait()
            except TimeoutError:
                await self._ask("select 1")

    async def _ask(self, statement: str) -> None:
        async with self._turn:  # a connection does one thing at a time
            await self._connection.execute(statement, timeout=CONNECT_SECONDS)


class PostgresWakeUps(ConnectedWakeUps):
    """`url`: postgres://user@host:port/database."""

    failures = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    @asynccontextmanager
    async def open(self, woken: Woken) -> AsyncIterator[Line]:
        connection = await asyncpg.connect(self._url, timeout=CONNECT_SECONDS)
        try:
            own = connection.get_server_pid()

            def heard(_: object, pid: int, channel: str, payload: str) -> None:
                if pid != own:  # what this process told it knows itself
                    woken(Topic(channel.removeprefix(CHANNEL)))

            line = PostgresLine(connection)
            for topic in Topic:
                await connection.add_listener(CHANNEL + topic.value, heard)
            yield line
        finally:
            connection.terminate()
