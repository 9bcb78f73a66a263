"""Databases for tests: a SQLite file always, PostgreSQL where a test asks for it."""

import os
from collections.abc import AsyncIterator
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
    async for url in _database(request.param, tmp_path):
        yield url


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[str]:
    """An empty SQLite database with all tables; gives its URL."""
    async for url in _database("sqlite", tmp_path):
        yield url


async def _database(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    if kind == "sqlite":
        url = f"sqlite://{tmp_path}/zhiye.sqlite3"
        name = None
    else:
        name = f"zhiye_test_{uuid4().hex[:12]}"
        await on_server(f"create database {name}")
        url = f"{POSTGRES_SERVER}/{name}"
    await open_database(url)
    try:
        await Tortoise.get_connection(WRITER).execute_script(_schema())
        yield url
    finally:
        await close_database()
        if name:
            await on_server(f"drop database {name} with (force)")


def _schema() -> str:
    from tortoise.utils import get_schema_sql  # noqa: PLC0415

    return get_schema_sql(Tortoise.get_connection(WRITER), safe=False)


async def on_server(sql: str) -> None:
    connection = await asyncpg.connect(f"{POSTGRES_SERVER}/postgres")
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
