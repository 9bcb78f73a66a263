"""Databases of a test process: tables are made once, and emptied between tests instead of being made again.

Making and dropping a PostgreSQL database costs seconds where the disk is slow (each drop is a checkpoint), emptying
one costs milliseconds. A test that leaves other tables than it found has its database dropped.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import asyncpg
from tortoise import Tortoise
from tortoise.utils import get_schema_sql

from models.kernel.database import WRITER, close_database, open_database

TABLES = "select array_agg(tablename::text order by tablename) from pg_tables where schemaname = 'public'"
OTHERS_AWAY = (
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()"
)
EMPTIED = """do $$ declare name text; begin
  perform set_config('session_replication_role', 'replica', true);
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('delete from %I', name);
  end loop;
  perform setval(format('%I', sequencename)::regclass, 1, false) from pg_sequences where schemaname = 'public';
end $$"""


class Databases:
    """All of one process. `server`: where PostgreSQL databases are made, as a URL without a path."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._free: list[str] = []
        self._tables: dict[str, list[str]] = {}
        self._file: Path | None = None

    @asynccontextmanager
    async def postgres(self) -> AsyncIterator[str]:
        """An empty database with all tables, open; gives its URL."""
        name = self._free.pop() if self._free else await self._made()
        url = f"{self._server}/{name}"
        try:
            await open_database(url)
            try:
                yield url
            finally:
                await close_database()
        finally:
            await self._give_back(name, url)

    @asynccontextmanager
    async def sqlite(self, file: Path) -> AsyncIterator[str]:
        """The same as a file."""
        if self._file is None:
            made = Path(mkdtemp(prefix="zhiye-test-")) / "made.sqlite3"
            async with tables_made(f"sqlite://{made}"):
                pass
            self._file = made
        shutil.copyfile(self._file, file)
        await open_database(f"sqlite://{file}")
        try:
            yield f"sqlite://{file}"
        finally:
            await close_database()

    def drop_all(self) -> None:
        """At the end of the process."""
        if self._file:
            shutil.rmtree(self._file.parent, ignore_errors=True)
        asyncio.run(self._drop(*self._free))

    async def _made(self) -> str:
        name = f"zhiye_test_{uuid4().hex[:12]}"
        await on_server(self._server, f"create database {name}")
        async with tables_made(f"{self._server}/{name}"):
            pass
        self._tables[name] = await self._tables_of(f"{self._server}/{name}")
        return name

    async def _give_back(self, name: str, url: str) -> None:
        if await self._tables_of(url) != self._tables[name]:
            await self._drop(name)
            return
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(OTHERS_AWAY, name)
            await connection.execute(EMPTIED)
        finally:
            await connection.close()
        self._free.append(name)

    async def _tables_of(self, url: str) -> list[str]:
        connection = await asyncpg.connect(url)
        try:
            found: list[str] = await connection.fetchval(TABLES)
        finally:
            await connection.close()
        return found

    async def _drop(self, *names: str) -> None:
        for name in names:
            await on_server(self._server, f"drop database {name} with (force)")


@asynccontextmanager
async def tables_made(url: str) -> AsyncIterator[None]:
    """A database without tables, opened and given all of them."""
    await open_database(url)
    try:
        connection = Tortoise.get_connection(WRITER)
        await connection.execute_script(get_schema_sql(connection, safe=False))
        yield
    finally:
        await close_database()


async def on_server(server: str, sql: str) -> None:
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
