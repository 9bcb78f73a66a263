"""Frames of random subscriptions look the same by plan and by graphql-core, to the byte, for every viewer."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest
from graphql import parse, subscribe

from models.kernel.clock import freeze
from models.kernel.cursor import Cursors
from models.kernel.journal import START, Entry, read_after
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.kernel.workday_seed import seed_workdays
from schema.common.broadcast import Joining, LiveOperation, Words
from schema.common.context import Context
from schema.common.evaluation import Evaluation, _One
from schema.plans.documents import Documents
from schema.plans.ways import Way
from subscriptions.feed import Feed
from subscriptions.frames import Frame, FrameKind
from subscriptions.members import Answered, Delivery, Payload
from subscriptions.presence import Presence
from subscriptions.stream import Live
from subscriptions.viewpoint import Viewpoint
from tests.schema.plans.differential.both import SCHEMA, SECRET, context
from tests.schema.plans.differential.documents import Drawer, Known
from tests.schema.plans.differential.test_differential import SEED, all_settled
from tests.schema.plans.differential.world import populated
from tests.waiting import until

DOCUMENTS = int(os.environ.get("DIFFERENTIAL_FRAMES", "60"))
"""Per database."""
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
TOKENS = 2000
DELIVERIES = 4


class Caught(Exception):
    """The subscription has begun, and that is enough."""


@dataclass
class Catching(Joining):
    """In place of a transport's offer: keeps what the subscription would give to the hub."""

    caught: LiveOperation | None = None

    def joins(self, operation: LiveOperation, stream: object) -> Any:
        self.caught = operation
        raise Caught


class ByCore(Evaluation):
    """The other way."""

    async def _by_plan(self, lot: Sequence[_One]) -> None:
        return


@pytest.mark.usefixtures("vault")
async def test_random_frames_look_the_same_both_ways(database: str) -> None:
    random = Random(f"frames {SEED} {database.partition(':')[0]}")
    with freeze(NOON):
        await seed_workdays(SYSTEM_VIEWER, first=2025, last=2027)
        viewers, ids, texts = await populated(random)
    with freeze(NOON.replace(day=21)):
        await until(all_settled)
        entries = await read_after(START, 500)
        ways: Counter[Way] = Counter()
        documents = Documents(SCHEMA, TOKENS)
        plan = Evaluation(documents, surroundings, lambda way: ways.update([way]))
        core = ByCore(documents, surroundings)
        drawer, shown = Drawer(SCHEMA.core, random, Known(ids, texts)), 0
        for _ in range(DOCUMENTS):
            drawn = drawer.draw("subscription")
            for variables in drawn.variables:
                operation = await live_operation(Words(drawn.text, variables))
                lot = [delivery(operation, random, entries, viewers) for _ in range(DELIVERIES)]
                found, wanted = by_member(lot, await plan(lot)), by_member(lot, await core(lot))
                assert known(found) == known(wanted), (drawn.text, variables)
                shown += sum(isinstance(one, bytes) for made in found for one in made)
    assert shown > DOCUMENTS, "hardly anybody was shown anything"
    assert ways[Way.PLAN] > 0.7 * ways.total(), ways


def by_member(lot: Sequence[Delivery], answers: Sequence[Sequence[Answered]]) -> list[list[Payload]]:
    """What each member of each delivery is given; everybody is given something, once."""
    found = []
    for one, answered in zip(lot, answers, strict=True):
        given = [(id(member), made.payload) for made in answered for member in made.members]
        assert sorted(key for key, _ in given) == sorted(map(id, one.members))
        found.append([dict(given)[id(member)] for member in one.members])
    return found


def known(made: list[list[Payload]]) -> list[list[Payload]]:
    """Without faults that nobody foresaw: each has a reference of its own."""
    return [[b"INTERNAL" if b'"INTERNAL"' in str(one).encode() else one for one in each] for each in made]


def delivery(
    operation: LiveOperation, random: Random, entries: Sequence[Entry], viewers: Sequence[Viewer]
) -> Delivery:
    entry = random.choice(entries)
    frame = Frame(FrameKind.EVENT, entry.position, entry, (entry.subject, entry.subject_id))
    if random.random() < 0.1:
        frame = Frame(FrameKind.PROGRESS, entry.position)
    members = [SimpleNamespace(viewer=viewer, sight=None, sighted=-1) for viewer in random.sample(viewers, 4)]
    return Delivery(operation, frame, cast("Any", members))


def surroundings(viewer: Viewer) -> Context:
    found = context(viewer)
    found.services |= {Live: live()}
    return found


def live() -> Live:
    return Live(Feed(), Presence(), Cursors(SECRET, 1, START))


async def live_operation(words: Words) -> LiveOperation:
    """What a subscription in these words offers to the hub."""
    catching = Catching(cast("Any", None), words, cast("Any", None), lambda _: True)
    asking = surroundings(SYSTEM_VIEWER)
    asking.services |= {Joining: catching, Viewpoint: Viewpoint()}
    source = subscribe(
        SCHEMA.core, parse(words.text), context_value=asking, variable_values=dict(words.variables)
    )
    results = cast("Any", source if hasattr(source, "__anext__") else await cast("Any", source))
    with pytest.raises(Caught):
        await anext(results)
    assert catching.caught
    return catching.caught
