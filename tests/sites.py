"""A whole site: the program over a database of its own, with bodies, reviewers and employers, and nobody else yet."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from tortoise.backends.base.executor import EXECUTOR_CACHE

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
from tests.holders import register_holders
from tests.other_holders import register_others
from tests.server import Server, serving_all
from tests.versions import guard


@contextmanager
def site(kind: str, folder: Path, *, holders: bool = False, **settings: str) -> Iterator[Server]:
    """Migrated from nothing; in demonstration mode, so that the outbox can be read. `kind`: sqlite or postgres.

    `holders`: with the engineers of tests.holders and tests.other_holders.
    """
    with empty_database(kind, folder) as url:
        _run(settle(url, folder / "data" if holders else None))
        if kind == "sqlite":
            guard(url)
        with serving_all(url, folder / "data", DEMONSTRATION="1", **settings) as running:
            yield running


@contextmanager
def empty_database(kind: str, folder: Path) -> Iterator[str]:
    """Gives its URL."""
    if kind == "sqlite":
        yield f"sqlite://{folder}/zhiye.sqlite3"
        return
    name = f"zhiye_test_{uuid4().hex[:12]}"
    _run(on_server(f"create database {name}"))
    try:
        yield f"{POSTGRES_SERVER}/{name}"
    finally:
        _run(on_server(f"drop database {name} with (force)"))


async def settle(url: str, keys: Path | None = None) -> None:
    """What there is before anybody applies; with the engineers of tests.holders and tests.other_holders where their signing keys go."""
    await apply(url)
    EXECUTOR_CACHE.clear()  # it holds statements by connection name, of the last kind of database
    await open_database(url)
    try:
        await seed_workdays(SYSTEM_VIEWER, first=today().year - (6 if keys else 1), last=today().year + 1)
        await load_regions(SYSTEM_VIEWER)
        password_hash = await hashed(PASSWORD)
        place = await found(password_hash)
        if keys:
            await register_holders(place, password_hash, keys)
            await register_others(place, password_hash, keys)
    finally:
        await close_database()
        EXECUTOR_CACHE.clear()


def _run(work: Coroutine[Any, Any, None]) -> None:
    """In a thread of its own: a browser that is open holds this thread's loop."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()
