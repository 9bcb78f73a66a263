"""For each feed: what was fetched before, changed by what was told since, is what is fetched after."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from models.kernel.cursor import Cursors
from models.kernel.viewer import Viewer
from models.registration.kinds import StageKind
from schema.common.context import Context
from subscriptions.presence import Presence
from subscriptions.stream import Live
from tests.factories import Story, case, desk
from tests.schema.live.steps import goes_through, is_returned, signs_in_and_is_signed_out, submits
from tests.schema.live.subscribing import SCHEMA, Box, Scene, Subscriber, scene

Objects = dict[str, Any]
CASE, WORK = "id version state number title", "id state fence stage heldBy { id }"
EXAMINER = "filter: { roles: [EXAMINER] }"
MESSAGE, SESSION = "id state text link urgent", "id state device openedAt"


@dataclass
class Feed:
    """A list and the subscription that keeps it up to date. `path` leads to the list, `name` to a frame's object."""

    query: str
    path: tuple[str, ...]
    subscription: str
    name: str

    async def fetched(self, on: Scene, viewer: Viewer) -> Objects:
        cursors: Cursors = on.live.cursors
        services: dict[type, Any] = {Live: on.live, Presence: on.live.presence}
        answer = await SCHEMA.execute(
            self.query, None, Context(viewer=viewer, cursors=cursors, services=services)
        )
        assert answer.errors is None and answer.data is not None, answer.errors
        found: Any = answer.data
        for step in self.path:
            found = found[step]
        return {one["id"]: one for one in found}

    def told(self, before: Objects, subscriber: Subscriber) -> Objects:
        state = dict(before)
        for frame in subscriber.frames:
            one = frame.get(self.name)
            if one:
                state[one["id"]] = one
        return state


FEEDS = [
    Feed(
        f"{{ registrations(first: 50) {{ nodes {{ {CASE} }} }} }}", ("registrations", "nodes"),
        f"subscription {{ registrationChanged {{ kind cursor registration {{ {CASE} }} }} }}", "registration",
    ),
    Feed(
        f"{{ workQueue(first: 50, {EXAMINER}) {{ nodes {{ {WORK} }} }} }}", ("workQueue", "nodes"),
        f"subscription {{ workQueueChanged({EXAMINER}) {{ kind cursor workItem {{ {WORK} }} }} }}", "workItem",
    ),
    Feed(
        f"{{ workQueue(first: 50) {{ nodes {{ {WORK} }} }} }}", ("workQueue", "nodes"),
        f"subscription {{ workQueueChanged {{ kind cursor workItem {{ {WORK} }} }} }}", "workItem",
    ),
    Feed(
        f"{{ notifications(first: 50) {{ nodes {{ {MESSAGE} }} }} }}", ("notifications", "nodes"),
        f"subscription {{ notificationAdded {{ kind cursor notification {{ {MESSAGE} }} }} }}", "notification",
    ),
    Feed(
        f"{{ viewer {{ account {{ sessions(first: 50) {{ nodes {{ {SESSION} }} }} }} }} }}",
        ("viewer", "account", "sessions", "nodes"),
        f"subscription {{ sessionChanged {{ kind cursor session {{ {SESSION} }} }} }}", "session",
    ),
]  # fmt: skip


@pytest.mark.parametrize("feed", FEEDS, ids=["cases", "examiner's work", "own work", "messages", "sessions"])
async def test_state_before_and_events_are_the_state_after(database: str, feed: Feed) -> None:
    at = await desk()
    story, other = await case(at=at), await case(stage=None, at=at)
    viewers = [
        story.filer,
        at.head,
        *(at.officers[stage] for stage in (StageKind.EXAMINATION, StageKind.DECISION)),
    ]
    if feed.name == "session":
        viewers = [story.filer]
    async with scene() as on:
        before = [await feed.fetched(on, viewer) for viewer in viewers]
        subscribers = [await on.subscriber(viewer, feed.subscription, Box()) for viewer in viewers]
        await on.quiet()
        async for _ in course(story, other):
            pass
        await on.quiet()
        changed = 0
        for viewer, was, subscriber in zip(viewers, before, subscribers, strict=True):
            after = await feed.fetched(on, viewer)
            assert feed.told(was, subscriber) == after, viewer
            changed += was != after
        assert changed


async def course(story: Story, other: Story) -> AsyncIterator[None]:
    for steps in (
        is_returned(story),
        submits(other),
        signs_in_and_is_signed_out(story.filer),
        goes_through(story),
    ):
        async for _ in steps:
            yield
