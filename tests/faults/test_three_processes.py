"""Three processes over one PostgreSQL: whatever breaks, each subscriber's list equals the journal's."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from signal import SIGTERM

import pytest

from models.authorities.tables import Reviewer, RoleGrant
from models.kernel.epochs import begin_epoch, move_horizon
from models.kernel.events import Event
from models.kernel.sealing import verify
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.events import RegistrationSaved
from models.registration.kinds import StageKind
from models.registration.tables import Registration
from tests.conftest import opened_database, tables_made
from tests.faults.acting import DECIDED, Hands, hands_on
from tests.faults.follower import Follower, all_following, first_frame
from tests.faults.house import House, everybody_knows_what_they_may, furnished
from tests.faults.processes import serving_whole, start_all
from tests.server import Server
from tests.services import Cluster, cluster, redis_server
from tests.waiting import until

DRAFTS, CASES, SAVES, CUTS = 5, 6, 6, 1000
MANY = 650
"""Entries of one transaction: more than a reader takes at once."""
PATIENCE_SECONDS = 300
RESTARTING = 1012


@dataclass(frozen=True)
class RoleTakenAway(Event):
    """岗位已撤销"""


@dataclass
class Site:
    """Three processes with everybody following, from different ones."""

    house: House
    servers: list[Server]
    followers: dict[int, Follower]
    hands: Hands
    chance: random.Random

    def bear_faults(self) -> None:
        """From now on the database may be away: whoever meets that asks again."""
        self.hands.forgiving = True
        for follower in self.followers.values():
            follower.forgiving = True

    async def all_told(self, events: int) -> None:
        assert await everybody_knows_what_they_may(self.house, self.followers) == events


@asynccontextmanager
async def site(url: str, folder: Path, **settings: str) -> AsyncIterator[Site]:
    chance = random.Random(3)
    house = await furnished(DRAFTS, CASES)
    with serving_whole(url, folder, 3, **settings) as servers:
        followers = house.followers(servers)
        async with (
            asyncio.timeout(PATIENCE_SECONDS),
            all_following(followers.values()),
            hands_on(servers, chance) as hands,
        ):
            yield Site(house, servers, followers, hands, chance)


@pytest.mark.breakable
async def test_processes_and_postgresql_die_and_come_back_under_1000_cuts(tmp_path: Path) -> None:
    """Killed, stopped one after the other, the database crashed: while people work and sockets are cut."""
    with cluster() as own:
        async with tables_made(own.url), site(own.url, tmp_path) as here:
            cutting = asyncio.create_task(cut_at_random(here.followers, here.chance))
            for fault in (killed, rolled):
                await asyncio.gather(here.hands.save_all(here.house, SAVES), fault(here))
            here.bear_faults()
            await asyncio.gather(here.hands.save_all(here.house, SAVES), asyncio.to_thread(crashed, own))
            await here.hands.everything(here.house, SAVES * DRAFTS)
            await cutting
            await here.all_told(4 * SAVES * DRAFTS + CASES * DECIDED)
            assert (await verify()).broken_at is None
        assert sum(follower.cuts for follower in here.followers.values()) >= CUTS
        assert RESTARTING in {code for follower in here.followers.values() for code in follower.codes}


@pytest.mark.postgres
@pytest.mark.breakable
async def test_redis_is_lost_and_comes_back(tmp_path: Path) -> None:
    """While there is none, polling finds everything; what it held is not missed."""
    with redis_server(tmp_path) as redis:
        async with (
            opened_database("postgres", tmp_path) as url,
            site(url, tmp_path, WAKE="redis", REDIS_URL=redis.url) as here,
        ):
            await here.hands.save_all(here.house, SAVES)
            redis.kill()
            await here.hands.save_all(here.house, SAVES)
            await here.all_told(2 * SAVES * DRAFTS)
            await asyncio.to_thread(redis.start)
            await here.hands.everything(here.house, SAVES * DRAFTS)
            await here.all_told(3 * SAVES * DRAFTS + CASES * DECIDED)


@pytest.mark.postgres
async def test_commits_out_of_order_revoked_rights_trimmed_and_restored_journals(tmp_path: Path) -> None:
    async with opened_database("postgres", tmp_path) as url, site(url, tmp_path) as here:
        await out_of_order(here)
        await here.hands.decide(here.house, here.house.cases[0])
        await here.all_told(told := MANY + 1 + DECIDED)
        await revoked(here)
        rest = here.house.cases[1:]
        await asyncio.gather(*(here.hands.decide(here.house, story) for story in rest))
        await here.all_told(told := told + 1 + len(rest) * DECIDED)
        late = await trimmed(here)
        await here.hands.save_all(here.house, 1)
        await here.all_told(told := told + DRAFTS)
        assert late.resyncs == 1
        await restored(here)
        await here.hands.save_all(here.house, 1)
        await here.all_told(told + DRAFTS)
        others = [follower for follower in here.followers.values() if follower is not late]
        assert (late.resyncs, {follower.resyncs for follower in others}) == (2, {1})


async def out_of_order(here: Site) -> None:
    """The change that began first commits last, with more entries than any reader takes at once, all of one
    transaction; a small one commits while it runs."""
    big, small = here.house.drafts[:2]
    begun, go_on = asyncio.Event(), asyncio.Event()
    first = asyncio.create_task(record_many(SYSTEM_VIEWER, case=big.case, begun=begun, go_on=go_on))
    await begun.wait()
    await here.hands.save(here.house, small, 1)
    go_on.set()
    earlier = (await first).cursor
    rows = await JournalRow.filter(subject="reg").order_by("-id").limit(MANY + 1)
    assert earlier
    assert {row.tx for row in rows[:MANY]} == {earlier.tx}
    assert rows[MANY].tx > earlier.tx


@unit_of_work
async def record_many(unit: Unit, *, case: Registration, begun: asyncio.Event, go_on: asyncio.Event) -> None:
    await Registration.filter(id=case.id).update(updated_at=unit.now)
    begun.set()
    await go_on.wait()
    for number in range(MANY):
        unit.record(RegistrationSaved(f"第{number}项"), case)


async def revoked(here: Site) -> None:
    """An officer loses the role while listening: nothing that happens afterwards is for them."""
    officer = here.house.cases[0].desk.officers[StageKind.CERTIFICATE_MAKING]
    await here.hands.save(here.house, here.house.drafts[2], 1)
    last = await JournalRow.filter(subject="reg").order_by("-tx", "-id").first()
    assert last
    assert officer.account_id
    here.house.until[officer.account_id] = last.id
    await take_away(SYSTEM_VIEWER, reviewer_id=officer.reviewer_id or 0)


@unit_of_work
async def take_away(unit: Unit, *, reviewer_id: int) -> None:
    await RoleGrant.filter(reviewer_id=reviewer_id).delete()
    unit.record(RoleTakenAway(), await Reviewer.get(id=reviewer_id))


async def trimmed(here: Site) -> Follower:
    """Somebody is away for longer than the journal is replayed: told to fetch anew, and not what happened before.
    Gives who that was."""
    story = here.house.drafts[3]
    seat = here.house.seat(story.filer)
    follower = here.followers[seat.viewer.account_id or 0]
    with follower.away():
        await here.hands.save(here.house, story, 2)
        here.house.never = set(await here.house.told(seat)) - set(follower.entries)
        await move_horizon(SYSTEM_VIEWER, keep=timedelta(0))
        await until(partial(too_late, here.servers, seat.token, follower.cursor))
    await until(partial(_told_to_fetch_anew, follower))
    return follower


async def too_late(servers: list[Server], token: str, cursor: str | None) -> bool:
    """Does every process say of this cursor that it cannot be gone on from?"""
    return {await first_frame(server, token, cursor) for server in servers} == {"RESYNC_REQUIRED"}


async def _told_to_fetch_anew(follower: Follower) -> bool:
    return follower.resyncs > 0


async def restored(here: Site) -> None:
    """All processes away, as for a restore; the journal is another one from then on."""
    for server in here.servers:
        await asyncio.to_thread(server.kill)
    await begin_epoch(SYSTEM_VIEWER)
    for follower in here.followers.values():
        follower.live.clear()
    await asyncio.to_thread(start_all, here.servers)
    await asyncio.gather(*(follower.live.wait() for follower in here.followers.values()))


async def killed(here: Site) -> None:
    """kill -9, and started again."""
    await asyncio.to_thread(here.servers[0].kill)
    await asyncio.to_thread(start_all, here.servers[:1])


async def rolled(here: Site) -> None:
    """As a new release comes in: one after the other is asked to stop, and replaced."""
    for server in here.servers:
        assert await asyncio.to_thread(server.stop) == -SIGTERM
        await asyncio.to_thread(start_all, [server])


def crashed(own: Cluster) -> None:
    own.stop("immediate")
    own.start()


async def cut_at_random(followers: dict[int, Follower], chance: random.Random) -> None:
    cuts, chosen = 0, list(followers.values())
    while cuts < CUTS:
        cuts += chance.choice(chosen).cut()
        await asyncio.sleep(chance.random() * 0.02)
