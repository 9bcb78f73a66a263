"""Presence over processes, with the database and with Redis between them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from redis.exceptions import RedisError

from models.kernel.clock import freeze, now
from subscriptions.presence import Guest, Presence
from subscriptions.sharing import PresenceStore, Sharing
from subscriptions.stores.database import DatabasePresence
from subscriptions.stores.redis import RedisPresence
from tests.conftest import opened_database
from tests.services import redis_server
from tests.waiting import until

CASE, OTHER = ("reg:reviewers", 7), ("reg", 7)
SECONDS = 40.0


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgres", marks=pytest.mark.postgres),
        pytest.param("redis", marks=pytest.mark.breakable),
    ]
)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[PresenceStore]:
    if request.param == "redis":
        with redis_server(tmp_path) as server:
            redis = RedisPresence(server.url)
            yield redis
            await redis.close()
        return
    async with opened_database(request.param, tmp_path):
        yield DatabasePresence()


class Process:
    def __init__(self, store: PresenceStore, seconds: float = SECONDS) -> None:
        self.presence = Presence(seconds)
        self.told = 0
        self.sharing = Sharing(self.presence, store, self._count)

    def _count(self) -> None:
        self.told += 1

    def names(self) -> list[str]:
        return [one.label for one in self.presence.at(CASE)]


async def test_who_looks_here_is_seen_there_and_rung_for(store: PresenceStore) -> None:
    here, there = Process(store), Process(store)
    bell = asyncio.Event()
    here.presence.touch(CASE, 1, "李慧", editing=False)
    here.presence.touch(OTHER, 1, "手机", editing=True)
    await here.sharing.once()
    assert here.told == 1
    with there.presence.ringing(CASE, bell):
        await there.sharing.once()
        assert bell.is_set()
        bell.clear()
        await there.sharing.once()
        assert not bell.is_set()
        there.presence.touch(CASE, 2, "王海宁", editing=True)
        here.presence.touch(CASE, 1, "李慧", editing=True)
        for one in (here, there, here):
            await one.sharing.once()
    assert here.names() == there.names() == ["李慧", "王海宁"]
    assert [one.editing for one in there.presence.at(CASE)] == [True, True]
    assert [one.label for one in there.presence.at(OTHER)] == ["手机"]


async def test_guests_of_a_process_that_was_killed_are_gone_when_their_time_is_over(
    store: PresenceStore,
) -> None:
    """It says nothing any more: nobody takes its guests out."""
    killed, left = Process(store), Process(store)
    killed.presence.touch(CASE, 1, "李慧", editing=True)
    await killed.sharing.once()
    await left.sharing.once()
    assert left.names() == ["李慧"]
    bell = asyncio.Event()
    with left.presence.ringing(CASE, bell), freeze(now() + timedelta(seconds=SECONDS + 1)):
        await left.sharing.once()
        assert left.names() == []
        assert bell.is_set()
        left.presence.touch(CASE, 2, "王海宁", editing=False)
        await left.sharing.once()
        assert [(guest.who, guest.subject) for guest in await store.present()] == [(2, CASE)]


async def test_a_touch_is_shared_by_itself(store: PresenceStore) -> None:
    here = Process(store)
    running = asyncio.create_task(here.sharing.run())
    here.presence.touch(CASE, 1, "李慧", editing=False)

    async def known() -> list[Guest]:
        return await store.present()

    (guest,) = await until(known)
    assert (guest.present.label, guest.who) == ("李慧", 1)
    running.cancel()


@pytest.mark.breakable
async def test_a_store_that_fails_keeps_what_is_known_here_and_is_told_later(tmp_path: Path) -> None:
    with redis_server(tmp_path) as server:
        store = RedisPresence(server.url)
        here = Process(store)
        server.kill()
        here.presence.touch(CASE, 1, "李慧", editing=False)
        with pytest.raises(RedisError):
            await here.sharing.once()
        assert here.names() == ["李慧"]
        server.start()
        await here.sharing.once()
        assert [guest.who for guest in await store.present()] == [1]
        await store.close()
