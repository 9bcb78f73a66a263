"""A real server over a database of its own, with its bodies, reviewers and employers, and nobody else yet."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from api.demo.founding import found
from api.demo.known import PASSWORD
from api.migrations import apply
from models.authorities.regions import load_regions
from models.kernel.clock import today
from models.kernel.database import close_database, open_database
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays
from models.people.passwords import hashed
from tests.conftest import POSTGRES_SERVER, on_server
from tests.server import Server, serving_all


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Server]:
    """Migrated from nothing; in demonstration mode, so that the outbox can be read."""
    async with empty_database(request.param, tmp_path) as url:
        await apply(url)
        await settle(url)
        with serving_all(url, tmp_path / "data", DEMONSTRATION="1") as running:
            yield running


@asynccontextmanager
async def empty_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """Gives its URL."""
    if kind == "sqlite":
        yield f"sqlite://{folder}/zhiye.sqlite3"
        return
    name = f"zhiye_test_{uuid4().hex[:12]}"
    await on_server(f"create database {name}")
    try:
        yield f"{POSTGRES_SERVER}/{name}"
    finally:
        await on_server(f"drop database {name} with (force)")


async def settle(url: str) -> None:
    """What there is before anybody applies."""
    await open_database(url)
    try:
        await seed_workdays(SYSTEM_VIEWER, first=today().year - 1, last=today().year + 1)
        await load_regions(SYSTEM_VIEWER)
        await found(await hashed(PASSWORD))
    finally:
        await close_database()
