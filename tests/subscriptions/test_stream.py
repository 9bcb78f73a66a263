"""Streams: replay, then live; in order, nothing twice; what may be seen now; marks; lagging; being left behind."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Collection
from pathlib import Path

import pytest

from models.kernel import journal
from models.kernel.cursor import Cursors
from models.kernel.errors import Unauthenticated
from models.kernel.journal import START, Position
from models.kernel.unit import Unit, on_commit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.tables import Person
from subscriptions.feed import Feed
from subscriptions.frames import Frame, FrameKind
from subscriptions.presence import Presence
from subscriptions.stream import Live, Stream
from subscriptions.viewpoint import SignedIn, Viewpoint
from tests.conftest import opened_database
from tests.models.kernel.test_unit import NameGiven, make_person
from tests.waiting import until

ALL = Viewpoint(SignedIn(SYSTEM_VIEWER))
LONG_POLL_SECONDS = 60.0


@pytest.fixture
async def live(database: str) -> AsyncIterator[Live]:
    """A feed that is woken by commits only, with few entries in memory."""
    feed = Feed(poll_seconds=LONG_POLL_SECONDS, kept_entries=4)
    await feed.start()
    forget = on_commit(feed.wake)
    running = asyncio.create_task(feed.run())
    yield Live(feed, Presence(), Cursors(b"secret", 1, START))
    running.cancel()
    forget()


async def people(*names: str) -> list[Position]:
    made = [done.cursor or START for done in [await make_person(SYSTEM_VIEWER, name=name) for name in names]]
    await settled(made[-1])
    return made


async def settled(position: Position) -> None:
    """Until every reader may rely on it: on PostgreSQL any transaction of the whole server delays that."""

    async def reached() -> bool:
        return await journal.head() >= position

    await until(reached)


async def take(frames: AsyncGenerator[Frame, None], count: int) -> list[Frame]:
    async with asyncio.timeout(10):
        return [await anext(frames) for _ in range(count)]


def names(frames: list[Frame]) -> list[str]:
    return [frame.entry.facts["name_given"] for frame in frames if frame.entry]


async def test_replay_then_a_mark_then_live_in_order(live: Live) -> None:
    positions = await people(*"甲乙丙丁戊己庚辛壬癸子丑")
    await live.feed.pull()
    frames = Stream(live, ALL, positions[1]).frames()
    replayed = await take(frames, 11)
    assert names(replayed) == list("丙丁戊己庚辛壬癸子丑")
    assert (replayed[-1].kind, replayed[-1].position) == (FrameKind.PROGRESS, positions[-1])
    more = await people("寅", "卯")
    await live.feed.pull()
    assert [(f.kind, f.position) for f in await take(frames, 2)] == [(FrameKind.EVENT, p) for p in more]


async def test_a_reader_far_behind_reads_the_journal_itself(live: Live) -> None:
    frames = Stream(live, ALL, START).frames()
    assert [f.kind for f in await take(frames, 1)] == [FrameKind.PROGRESS]
    await people(*(str(number) for number in range(30)))
    await live.feed.pull()
    assert len(live.feed._recent) <= 8
    assert names(await take(frames, 30)) == [str(number) for number in range(30)]


async def test_whoever_pulls_at_the_same_time_shows_no_entry_twice(live: Live) -> None:
    shown: list[str] = []
    live.feed.on_entries(lambda page: shown.extend(entry.facts["name_given"] for entry in page))
    await people("甲", "乙")
    await asyncio.gather(*(live.feed.pull() for _ in range(4)))
    assert shown == ["甲", "乙"]


async def test_only_what_the_viewer_was_told_and_may_still_see(live: Live) -> None:
    own = (await make_person(SYSTEM_VIEWER, name="我")).value
    await people("他")
    await live.feed.pull()
    hidden: set[int] = set()

    async def still_visible(viewer: Viewer, ids: Collection[int]) -> Collection[int]:
        assert viewer.person_id == own.id
        return set(ids) - hidden

    me = Viewpoint(SignedIn(Viewer(ViewerKind.PERSON, account_id=1, person_id=own.id)))
    assert names(await take(Stream(live, me, START, still_visible=still_visible).frames(), 1)) == ["我"]
    hidden.add(own.id)
    first = (await take(Stream(live, me, START, still_visible=still_visible).frames(), 1))[0]
    assert (first.kind, first.position) == (FrameKind.PROGRESS, await journal.head())


async def test_marks_move_on_when_nothing_matches(live: Live) -> None:
    live.progress_seconds = 0.05
    frames = Stream(live, Viewpoint(SignedIn(PUBLIC_VIEWER)), START).frames()
    await take(frames, 1)
    (newest,) = await people("甲")
    while (mark := (await take(frames, 1))[0]).position < newest:
        assert mark.kind is FrameKind.PROGRESS
    assert (mark.kind, mark.position) == (FrameKind.PROGRESS, newest)


async def test_another_epoch_or_horizon_asks_once_for_a_resync(live: Live) -> None:
    for cursors in (Cursors(b"secret", 2, START), Cursors(b"secret", 1, Position(2**40, 2**40))):
        live.cursors = Cursors(b"secret", 1, START)
        frames = Stream(live, ALL, START).frames()
        await take(frames, 1)
        live.cursors = cursors
        await people("甲")
        rest = [frame async for frame in frames]
        assert [frame.kind for frame in rest] == [FrameKind.RESYNC_REQUIRED]


async def test_those_who_pull_at_once_keep_every_entry_once(database: str) -> None:
    feed = Feed(LONG_POLL_SECONDS)
    await feed.start()
    before = feed.head
    positions = await people(*"甲乙丙丁")
    await asyncio.gather(*(feed.pull() for _ in range(5)))
    assert [entry.position for entry in await feed.after(before, 100)] == positions


async def test_a_changed_viewer_counts_at_once_and_an_ended_session_ends_the_stream(live: Live) -> None:
    told: list[SignedIn | None] = [SignedIn(SYSTEM_VIEWER), None]

    async def identify() -> SignedIn | None:
        return told.pop(0)

    viewpoint = Viewpoint(SignedIn(PUBLIC_VIEWER), identify)
    frames = Stream(live, viewpoint, START).frames()
    await take(frames, 1)
    viewpoint.recheck()
    while viewpoint.viewer is PUBLIC_VIEWER:
        await asyncio.sleep(0)
    await people("甲")
    await live.feed.pull()
    assert names(await take(frames, 1)) == ["甲"]
    viewpoint.recheck()
    with pytest.raises(Unauthenticated):
        await take(frames, 1)


async def test_who_looks_is_told_to_whoever_watches_the_object(live: Live) -> None:
    subject = ("per", 7)
    frames = Stream(live, ALL, live.feed.head, watched=subject).frames()
    await take(frames, 1)
    live.presence.touch(subject, 1, "李", editing=False)
    (came,) = await take(frames, 1)
    assert (came.kind, came.subject) == (FrameKind.PRESENCE, subject)
    assert [(p.label, p.editing) for p in live.presence.at(subject)] == [("李", False)]
    live.presence.leave(subject, 1)
    assert (await take(frames, 1))[0].kind is FrameKind.PRESENCE
    assert live.presence.at(subject) == []


async def test_presence_ends_by_itself(sqlite: str) -> None:
    presence = Presence(present_seconds=0.01)
    bell = asyncio.Event()
    presence.touch(("per", 1), 1, "李", editing=True)
    with presence.ringing(("per", 1), bell):
        await asyncio.wait_for(bell.wait(), 5)
    assert presence.at(("per", 1)) == []


async def test_without_wake_ups_polling_is_enough(database: str) -> None:
    feed = Feed(poll_seconds=0.01)
    await feed.start()
    running = asyncio.create_task(feed.run())
    frames = Stream(Live(feed, Presence(), Cursors(b"secret", 1, START)), ALL, feed.head).frames()
    await take(frames, 1)
    await people("甲")
    assert names(await take(frames, 1)) == ["甲"]
    running.cancel()


@pytest.fixture
async def postgres(tmp_path: Path) -> AsyncIterator[None]:
    async with opened_database("postgres", tmp_path):
        yield


@pytest.mark.postgres
async def test_what_an_older_transaction_hides_is_looked_for_again_at_once(postgres: None) -> None:
    """Without another wake-up and long before the next poll; the older change comes first."""
    begun, go_on = asyncio.Event(), asyncio.Event()
    feed = Feed(poll_seconds=LONG_POLL_SECONDS)
    await feed.start()
    running = asyncio.create_task(feed.run())
    frames = Stream(Live(feed, Presence(), Cursors(b"secret", 1, START)), ALL, feed.head).frames()
    await take(frames, 1)
    slow = asyncio.create_task(slowly_named(SYSTEM_VIEWER, begun=begun, go_on=go_on))
    await begun.wait()
    await make_person(SYSTEM_VIEWER, name="快")
    feed.wake()

    async def hidden() -> bool:
        return await journal.unsettled(feed.head)

    await until(hidden)
    go_on.set()
    await slow
    assert names(await take(frames, 2)) == ["慢", "快"]
    running.cancel()


@unit_of_work
async def slowly_named(unit: Unit, *, begun: asyncio.Event, go_on: asyncio.Event) -> None:
    person = await Person.create(name="慢")
    begun.set()
    await go_on.wait()
    unit.record(NameGiven("慢"), person)


async def test_nothing_is_delivered_by_old_rights_while_they_are_being_read_anew(live: Live) -> None:
    asked, answer = asyncio.Event(), asyncio.Event()

    async def identify() -> SignedIn | None:
        asked.set()
        await answer.wait()
        return SignedIn(PUBLIC_VIEWER)

    live.progress_seconds = 0.05
    viewpoint = Viewpoint(SignedIn(SYSTEM_VIEWER), identify)
    frames = Stream(live, viewpoint, live.feed.head).frames()
    await take(frames, 1)
    viewpoint.recheck()
    await asked.wait()
    await people("甲")
    await live.feed.pull()
    next_frame = asyncio.ensure_future(anext(frames))
    for _ in range(20):  # as far as it gets without an answer
        await asyncio.sleep(0)
    answer.set()
    assert (await next_frame).kind is FrameKind.PROGRESS
