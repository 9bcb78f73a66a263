"""The database goes away under open subscriptions: nobody is told an error, everybody comes back to what was missed."""

import asyncio
import random
from pathlib import Path

import pytest

from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.events import RegistrationSaved
from models.registration.tables import Registration
from tests.conftest import tables_made
from tests.faults.acting import hands_on
from tests.faults.follower import Follower, all_following
from tests.faults.house import everybody_knows_what_they_may, furnished
from tests.faults.processes import serving_whole
from tests.journeys.client import Client, visiting
from tests.services import Cluster, cluster

DRAFTS, CASES, SAVES = 3, 2, 3
CRASHES = 2
MANY = 1500
PATIENCE_SECONDS = 120
COME_BACK = {1006, 1012, 1013}
"""With these codes clients try again."""


@pytest.mark.breakable
async def test_no_subscription_ends_because_the_database_was_away(tmp_path: Path) -> None:
    with cluster() as own:
        async with tables_made(own.url):
            house = await furnished(DRAFTS, CASES)
            with serving_whole(own.url, tmp_path, 2) as servers:
                followers = house.followers(servers)
                async with (
                    asyncio.timeout(PATIENCE_SECONDS),
                    all_following(followers.values()),
                    hands_on(servers, random.Random(7)) as hands,
                ):
                    hands.forgiving = True
                    for _ in range(CRASHES):
                        await asyncio.gather(hands.save_all(house, SAVES), asyncio.to_thread(crashed, own))
                    told = await everybody_knows_what_they_may(house, followers)
            assert told == CRASHES * SAVES * DRAFTS
            assert {code for follower in followers.values() for code in follower.codes} <= COME_BACK


@pytest.mark.breakable
async def test_who_is_catching_up_comes_back_and_goes_on(tmp_path: Path) -> None:
    """A stream of its own, which reads the database frame by frame, meets the crash for certain."""
    with cluster() as own:
        async with tables_made(own.url):
            house = await furnished(1, 1)
            (draft,) = house.drafts
            seat = house.seat(draft.filer)
            with serving_whole(own.url, tmp_path, 1) as (server,):
                async with visiting(server.http) as client:
                    asked = await Client(client.http, seat.token).ask("{ events(first: 1) { cursor } }")
                await record_many(SYSTEM_VIEWER, case=draft.case)
                follower = Follower([server.ws], seat.token, cursor=asked["events"]["cursor"])
                async with asyncio.timeout(PATIENCE_SECONDS), all_following([follower]):
                    await follower.has(MANY // 20)
                    await asyncio.to_thread(crashed, own)
                    await follower.has(MANY)
            assert follower.entries == await house.told(seat)
            assert 1013 in follower.codes, follower.codes
            assert set(follower.codes) <= COME_BACK, follower.codes


@unit_of_work
async def record_many(unit: Unit, *, case: Registration) -> None:
    for number in range(MANY):
        unit.record(RegistrationSaved(f"第{number}项"), case)


def crashed(own: Cluster) -> None:
    own.stop("immediate")
    own.start()
