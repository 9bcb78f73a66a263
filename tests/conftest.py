"""Databases for tests: a SQLite file always, PostgreSQL where a test asks for it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests import databases
from tests.databases import Databases, tables_made

__all__ = ["POSTGRES_SERVER", "on_server", "opened_database", "tables_made"]

pytest_plugins = ["tests.plugins.availability", "tests.plugins.requirement_lines", "pytester"]

POSTGRES_SERVER = os.environ.get("TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432")
DATABASES = Databases(POSTGRES_SERVER)


def pytest_unconfigure() -> None:
    DATABASES.drop_all()


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
    made = DATABASES.postgres() if kind == "postgres" else DATABASES.sqlite(tmp_path / "zhiye.sqlite3")
    async with made as url:
        yield url


async def on_server(sql: str) -> None:
    await databases.on_server(POSTGRES_SERVER, sql)
