"""Whatever is cut, each subscriber's list equals the journal's."""

import asyncio
import random
from pathlib import Path

from tests.faults.acting import DECIDED, hands_on
from tests.faults.follower import Follower, all_following
from tests.faults.house import everybody_knows_what_they_may, furnished
from tests.faults.processes import serving_whole

DRAFTS, CASES, EVENTS, CUTS = 5, 12, 300, 300
PATIENCE_SECONDS = 240


async def test_cutting_300_times_while_300_events_happen_loses_nothing(database: str, tmp_path: Path) -> None:
    """Applicants, employers and reviewers, of whom some may see nothing of it."""
    chance = random.Random(300)
    house = await furnished(DRAFTS, CASES)
    with serving_whole(database, tmp_path) as servers:
        followers = house.followers(servers)
        async with (
            asyncio.timeout(PATIENCE_SECONDS),
            all_following(followers.values()),
            hands_on(servers, chance, pause_seconds=0.05) as hands,
        ):
            cutting = asyncio.create_task(cut_at_random(list(followers.values()), chance))
            await hands.everything(house, EVENTS - CASES * DECIDED)
            await cutting
            assert await everybody_knows_what_they_may(house, followers) == EVENTS
    assert sum(follower.cuts for follower in followers.values()) >= CUTS


async def cut_at_random(followers: list[Follower], chance: random.Random) -> None:
    cuts = 0
    while cuts < CUTS:
        cuts += chance.choice(followers).cut()
        await asyncio.sleep(chance.random() * 0.04)
