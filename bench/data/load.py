"""A database with the data set: made once for each size and set of tables, then copied."""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from api.dev.paths import ROOT
from api.dev.processes import environment
from bench.data.cast import Size
from bench.data.people import found_authorities
from bench.data.writing import connected, write_postgres, write_sqlite
from bench.places import CACHE, fingerprint
from models.kernel.database import close_database, open_database
from models.kernel.viewer import SYSTEM_VIEWER

ROW_LEVEL = ROOT / "bench" / "data" / "row_level.sql"
READER = "zhiye_bench_reader"
"""The role of that file; roles belong to the whole server, so it goes with the database."""
SOURCES = (ROOT / "bench" / "data", ROOT / "models" / "migrations")


def sqlite_copy(size: Size, into: Path) -> str:
    """Address of a fresh copy of the data set in that folder."""
    template = _template(size)
    into.mkdir(parents=True, exist_ok=True)
    file = into / "bench.sqlite3"
    for old in into.glob("bench.sqlite3*"):
        old.unlink()
    shutil.copyfile(template, file)
    return f"sqlite://{file}"


def postgres_filled(server: str, name: str, size: Size) -> str:
    """Address of a database of that name with the data set, made anew on that server."""
    asyncio.run(_recreate(server, name))
    url = named(server, name)
    _migrate(url)
    asyncio.run(_found(url))
    asyncio.run(write_postgres(url, size))
    return url


def with_row_level_permissions(url: str) -> None:
    """What PostGraphile reads: views with the reviewer's permissions."""
    asyncio.run(_script(url, ROW_LEVEL.read_text()))


def drop_postgres(server: str, name: str) -> None:
    asyncio.run(_drop(server, name))


def named(server: str, name: str) -> str:
    """The address of a database on the server that another address names."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _template(size: Size) -> Path:
    file = CACHE / "data" / f"{size.registrations}-{fingerprint(*SOURCES)}.sqlite3"
    if file.exists():
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    for outdated in file.parent.glob(f"{size.registrations}-*.sqlite3"):
        outdated.unlink()
    unfinished = file.with_suffix(".unfinished")
    for old in file.parent.glob(f"{unfinished.name}*"):
        old.unlink()
    _migrate(f"sqlite://{unfinished}")
    asyncio.run(_found(f"sqlite://{unfinished}"))
    write_sqlite(unfinished, size)
    unfinished.rename(file)
    return file


async def _found(url: str) -> None:
    await open_database(url)
    try:
        await found_authorities(SYSTEM_VIEWER)
    finally:
        await close_database()


def _migrate(url: str) -> None:
    settings = {
        "DATABASE_URL": url,
        "SECRET": "a secret of the measurements",
        "DATA_DIR": str(CACHE / "data"),
    }
    subprocess.run(
        [sys.executable, "-m", "api", "migrate"],
        cwd=ROOT, env={**environment(), **settings}, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


async def _recreate(server: str, name: str) -> None:
    await _drop(server, name)
    async with connected(server) as connection:
        await connection.execute(f'create database "{name}"')


async def _drop(server: str, name: str) -> None:
    async with connected(server) as connection:
        await connection.execute(f'drop database if exists "{name}" with (force)')
        await connection.execute(f"drop role if exists {READER}")


async def _script(url: str, text: str) -> None:
    async with connected(url) as connection:
        await connection.execute(text)
