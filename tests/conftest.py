"""Databases for tests: a SQLite file always, PostgreSQL where a test asks for it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from tortoise import Tortoise

from models.kernel.database import WRITER, close_database, open_database

pytest_plugins = ["tests.plugins.availability", "tests.plugins.requirement_lines", "pytester"]

POSTGRES_SERVER = os.environ.get("TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """An empty database with all tables, once on SQLite and once on PostgreSQL; gives its URL."""
    async with opened_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[str]:
    """An empty SQLite database with all tables; gives its URL."""
    async with opened_database("sqlite", tmp_path) as url:
        yield url


@asynccontextmanager
async def opened_database(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    """`kind`: sqlite or postgres."""
    if kind == "sqlite":
        url = f"sqlite://{tmp_path}/zhiye.sqlite3"
        name = None
    else:
        name = f"zhiye_test_{uuid4().hex[:12]}"
        await on_server(f"create database {name}")
        url = f"{POSTGRES_SERVER}/{name}"
    try:
        async with tables_made(url):
            yield url
    finally:
        if name:
            await on_server(f"drop database {name} with (force)")


@asynccontextmanager
async def tables_made(url: str) -> AsyncIterator[None]:
    """An empty database, open and with all tables."""
    await open_database(url)
    try:
        await Tortoise.get_connection(WRITER).execute_script(_schema())
        yield
    finally:
        await close_database()


def _schema() -> str:
    from tortoise.utils import get_schema_sql  # noqa: PLC0415

    return get_schema_sql(Tortoise.get_connection(WRITER), safe=False)


async def on_server(sql: str) -> None:
    connection = await asyncpg.connect(f"{POSTGRES_SERVER}/postgres")
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
