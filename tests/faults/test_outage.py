"""The database goes away under open subscriptions: nobody is told an error, everybody comes back to what was missed."""

import asyncio
import random
from pathlib import Path

import pytest

from tests.conftest import tables_made
from tests.faults.acting import hands_on
from tests.faults.follower import all_following
from tests.faults.house import everybody_knows_what_they_may, furnished
from tests.faults.processes import serving_whole
from tests.services import Cluster, cluster

DRAFTS, CASES, SAVES = 3, 2, 3
CRASHES = 2
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


def crashed(own: Cluster) -> None:
    own.stop("immediate")
    own.start()
