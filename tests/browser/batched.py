"""A site whose cases go by batches: two that wait to be reported up, two to be announced, one certificate to be sent."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.demo.known import PASSWORD
from models.kernel.database import close_database, open_database
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.passwords import hashed
from models.people.tables import Account
from tests.batch_story import (
    ANNOUNCING,
    FINAL,
    FIRST,
    MAKING,
    batch_desk,
    batch_of,
    case_at,
    go_by_batches,
    run,
)
from tests.factories import passes
from tests.models.registration.test_delivering import delivered_by_courier
from tests.server import Server
from tests.sites import settle

FIRST_EXAMINER, ANNOUNCER, MAKER, HEAD, HOLDER = [f"1390000100{digit}" for digit in range(5)]


@dataclass(frozen=True)
class Batched:
    """Ids of what pages show, and where the site is."""

    server: Server
    reporting: str
    announcing: str
    announced: str
    case: str
    number: str


@contextmanager
def batched_site(folder: Path, web: Path) -> Iterator[Batched]:
    url = f"sqlite://{folder}/zhiye.sqlite3"
    with ThreadPoolExecutor(1) as pool:
        known = pool.submit(asyncio.run, _make(url)).result()
    settings = {"DEMONSTRATION": "1", "WEB_DIR": str(web)}
    server = Server(url, folder / "data", settings, program=("tests.batch_server", "serve"))
    try:
        server.start()
        yield Batched(server, **known)
    finally:
        server.kill()


async def _make(url: str) -> dict[str, str]:
    await settle(url)
    with pytest.MonkeyPatch.context() as patch:
        go_by_batches(patch)
        await open_database(url)
        try:
            return await _cases()
        finally:
            await close_database()


async def _cases() -> dict[str, str]:
    at = await batch_desk(short_name="闽", region_code="350000")
    story = await case_at(MAKING, at)
    await delivered_by_courier(story)
    announced = await batch_of(at, ANNOUNCING)
    waiting = [await case_at(FIRST, at) for _ in range(2)]
    await run(at, FIRST)
    for one in waiting:
        await passes(one, FINAL)
    for _ in range(2):
        await case_at(FIRST, at)
    people = {
        FIRST_EXAMINER: at.officers[FIRST], ANNOUNCER: at.officers[ANNOUNCING],
        MAKER: at.officers[MAKING], HEAD: at.head, HOLDER: story.filer,
    }  # fmt: skip
    for mobile, viewer in people.items():
        await _enters(mobile, viewer)
    return {
        "reporting": (await batch_of(at, FIRST)).global_id,
        "announcing": (await batch_of(at, ANNOUNCING)).global_id,
        "announced": announced.global_id,
        "case": story.case.global_id,
        "number": str(story.case.number),
    }


async def _enters(mobile: str, viewer: Viewer) -> None:
    await _sets(SYSTEM_VIEWER, id=viewer.account_id or 0, mobile=mobile, secret=await hashed(PASSWORD))


@unit_of_work
async def _sets(unit: Unit, *, id: int, mobile: str, secret: str) -> None:
    await Account.filter(id=id).update(mobile=mobile, password_hash=secret)
