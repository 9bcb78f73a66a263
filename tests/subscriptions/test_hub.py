"""The hub: who joins gets everything once and in order, whatever happens around it; who cannot keep up goes alone."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from models.kernel import journal
from models.kernel.audience import told
from models.kernel.cursor import Cursors
from models.kernel.journal import START, Entry, Position
from models.kernel.tables import JournalRow
from models.kernel.unit import on_commit
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from subscriptions.feed import Feed
from subscriptions.hub import Hub
from subscriptions.interest import Interest, about
from subscriptions.members import Answer
from subscriptions.presence import Presence
from subscriptions.stream import Live
from subscriptions.viewpoint import SignedIn, Viewpoint
from tests.models.kernel.test_unit import make_person
from tests.subscriptions.listening import Evaluating, Listener, Words, positions
from tests.waiting import until

LONG_POLL_SECONDS = 60.0


class Stage:
    """A feed woken by commits, a hub that follows it, and listeners."""

    def __init__(self) -> None:
        self.live = Live(Feed(LONG_POLL_SECONDS, kept_entries=8), Presence(), Cursors(b"secret", 1, START))
        self.evaluating = Evaluating()
        self.hub = Hub(self.live, self.evaluating)
        self.listeners: list[Listener] = []

    def listener(
        self, viewer: Viewer = SYSTEM_VIEWER, at: Position | None = None, words: Words | None = None
    ) -> Listener:
        found = Listener(self.live, self.hub, Viewpoint(SignedIn(viewer)), words or Words())
        self.listeners.append(found)
        return found.begin(at)

    async def joined(self, *listeners: Listener) -> None:
        async def all_in() -> bool:
            return all(one.in_the_hub for one in listeners or self.listeners)

        await until(all_in)

    async def all_told(self) -> list[Entry]:
        """Wait until everybody has what the journal says, and check that it is exactly that; gives the journal."""
        entries = await everything()

        async def complete() -> bool:
            return all(
                one.positions
                == positions(
                    [e for e in entries if told(e, one.viewpoint.viewer) and e in one.words.interest]
                )
                for one in self.listeners
            )

        await until(complete)
        return entries


async def everything() -> list[Entry]:
    """The journal's table: what its reader gives may come later, see tests/waiting.py."""
    return [journal.entry_of(row) for row in await JournalRow.all().order_by("tx", "id").values()]


@pytest.fixture
async def stage(database: str) -> AsyncIterator[Stage]:
    made = Stage()
    await made.live.feed.start()
    forget = on_commit(made.live.feed.wake)
    tasks = [asyncio.create_task(run()) for run in (made.live.feed.run, made.hub.run)]
    yield made
    for one in made.listeners:
        one.stop()
    for task in tasks:
        task.cancel()
    forget()


async def make(*names: str) -> list[Position]:
    return [(await make_person(SYSTEM_VIEWER, name=name)).cursor or START for name in names]


async def test_members_are_told_once_and_evaluated_once(stage: Stage) -> None:
    everybody = [stage.listener() for _ in range(20)]
    await stage.joined()
    made = await make("甲", "乙", "丙")
    await until(lambda: _have(everybody, made))
    assert sum(stage.evaluating.lots) == 3
    assert all(one.running and one.running.done() for one in everybody)


async def test_each_entry_reaches_whom_it_is_told_to_and_whose_topic_it_is(stage: Stage) -> None:
    first, second = [(await make_person(SYSTEM_VIEWER, name=name)).value for name in "甲乙"]
    of_first = Viewer(ViewerKind.PERSON, account_id=1, person_id=first.id)
    for viewer in (of_first, replace(of_first, person_id=second.id), PUBLIC_VIEWER, SYSTEM_VIEWER):
        stage.listener(viewer, START)
        stage.listener(viewer, START, Words("of the second", about("per", second.id)))
        stage.listener(viewer, START, Words("of none", Interest((("acc", None),))))
    await make(*"丙丁戊")
    await stage.all_told()
    assert [len(one.positions) for one in stage.listeners] == [1, 0, 0, 1, 1, 0, 0, 0, 0, 5, 1, 0]


async def test_who_joins_while_a_lot_is_being_evaluated_misses_nothing_and_hears_nothing_twice(
    stage: Stage,
) -> None:
    stage.listener()
    await stage.joined()
    stage.evaluating.gate.clear()
    await make("甲")
    await until(lambda: _lots(stage, 1))
    late = [stage.listener(at=START), stage.listener()]
    await make("乙")
    await until(lambda: _pulled(stage, 2))
    stage.evaluating.gate.set()
    await make("丙")
    await until(lambda: _heard_last(stage.listeners))
    entries = positions(await everything())
    assert [one.positions for one in stage.listeners] == [entries, entries, entries[1:]] or [
        one.positions for one in stage.listeners
    ] == [entries, entries, entries[2:]]
    assert late[0].positions == entries


async def test_random_joins_leaves_and_full_receivers_lose_nothing(stage: Stage) -> None:
    chance = random.Random(7)
    owners = [(await make_person(SYSTEM_VIEWER, name=f"人{n}")).value for n in range(4)]
    viewers = [Viewer(ViewerKind.PERSON, account_id=one.id, person_id=one.id) for one in owners]
    for viewer in [*viewers, SYSTEM_VIEWER, SYSTEM_VIEWER, PUBLIC_VIEWER]:
        for words in (Words(), Words("persons", about("per"))):
            stage.listener(viewer, START, words)

    async def disturb() -> None:
        while True:
            one = chance.choice(stage.listeners)
            one.takes = chance.random() < 0.7
            if chance.random() < 0.5:
                one.leave()
            for _ in range(chance.randrange(6)):
                await asyncio.sleep(0)

    disturbing = asyncio.create_task(disturb())
    for number in range(60):
        await make(f"第{number}")
    disturbing.cancel()
    entries = await stage.all_told()
    assert len(entries) == 64
    assert sum(one.times_left for one in stage.listeners) > 20


async def test_a_receiver_that_is_full_goes_alone_and_the_others_go_on(stage: Stage) -> None:
    slow, quick = stage.listener(), stage.listener()
    await stage.joined()
    slow.takes = False
    (first,) = await make("甲")
    await until(lambda: _have([slow, quick], [first]))
    assert slow.times_left == 1
    slow.takes = True
    await stage.joined()
    await make("乙")
    await stage_told_after(stage, first)


async def test_an_evaluation_that_must_fail_is_left_to_each_ones_own_stream(stage: Stage) -> None:
    one = stage.listener()
    await stage.joined()
    stage.evaluating.answer = Answer.ALONE
    made = await make("甲")
    await until(lambda: _have([one], made))
    assert one.times_left == 1
    stage.evaluating.answer = Answer.HIDDEN
    await stage.joined()
    evaluated = len(stage.evaluating.lots)
    await make("乙")
    await until(lambda: _lots(stage, evaluated + 1))
    stage.evaluating.answer = None
    made += await make("丙")
    await until(lambda: _have([one], [made[0], made[-1]]))


async def test_marks_come_to_members_that_hear_nothing(database: str) -> None:
    made = Stage()
    made.live.progress_seconds = 0.1
    made.hub = Hub(made.live, made.evaluating)
    await made.live.feed.start()
    running = asyncio.create_task(made.hub.run())
    one = made.listener()
    await made.joined()

    async def two_marks() -> bool:
        return one.kinds.count("PROGRESS") >= 3  # the first says that the replay is done

    await until(two_marks)
    assert one.in_the_hub
    one.stop()
    running.cancel()


async def test_rights_are_asked_for_anew_before_anything_is_delivered(stage: Stage) -> None:
    asked = asyncio.Event()
    answers: list[SignedIn | None] = [SignedIn(PUBLIC_VIEWER), None]

    async def identify() -> SignedIn | None:
        await asked.wait()
        return answers.pop(0)

    one = Listener(stage.live, stage.hub, Viewpoint(SignedIn(SYSTEM_VIEWER), identify)).begin()
    other = stage.listener()
    await stage.joined(one, other)
    one.viewpoint.recheck()
    made = await make("甲")
    asked.set()
    await until(lambda: _have([other], made))
    assert one.positions == [] and one.times_left == 1
    await stage.joined(one)
    one.viewpoint.recheck()

    async def ended() -> bool:
        return one.running is not None and one.running.done() and not one.in_the_hub

    await until(ended)
    assert one.running and "Unauthenticated" in repr(one.running.exception())


async def test_another_epoch_sends_everybody_to_resync(stage: Stage) -> None:
    everybody = [stage.listener() for _ in range(3)]
    await stage.joined()
    stage.live.cursors = Cursors(b"secret", 2, START)
    await make("甲")

    async def resynced() -> bool:
        return all(one.kinds[-1] == "RESYNC_REQUIRED" for one in everybody)

    await until(resynced)
    assert all(one.positions == [] for one in everybody)
    again = stage.listener()
    await stage.joined(again)


async def test_who_looks_is_told_to_members_that_watch(stage: Stage) -> None:
    subject = ("per", 7)
    one, other = stage.listener(), stage.listener()
    await stage.joined()
    one.watched = subject
    one.leave()
    await stage.joined()
    stage.live.presence.touch(subject, 1, "李", editing=False)

    async def told_of_it() -> bool:
        return one.kinds.count("PRESENCE") == 1

    await until(told_of_it)
    stage.live.presence.leave(subject, 1)

    async def told_again() -> bool:
        return one.kinds.count("PRESENCE") == 2

    await until(told_again)
    assert "PRESENCE" not in other.kinds


async def stage_told_after(stage: Stage, first: Position) -> None:
    entries = positions(await everything())
    await until(lambda: _have(stage.listeners, entries[entries.index(first) :]))


async def _have(listeners: list[Listener], expected: list[Position]) -> bool:
    return all(one.positions == expected for one in listeners)


async def _lots(stage: Stage, at_least: int) -> bool:
    return len(stage.evaluating.lots) >= at_least


async def _pulled(stage: Stage, entries: int) -> bool:
    return len(await stage.live.feed.after(START, 100)) >= entries


async def _heard_last(listeners: list[Listener]) -> bool:
    newest = (await everything())[-1].position
    return all(one.positions and one.positions[-1] == newest for one in listeners)
