"""The subscription as stock examples have it: a queue for each subscriber, every one executed by itself."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import strawberry


@strawberry.type
class Event:
    id: strawberry.ID
    name: str
    at: datetime


@strawberry.type
class WorkItem:
    id: strawberry.ID
    state: str
    fence: int
    held_until: datetime | None


@strawberry.type
class WorkItemFrame:
    cursor: str
    kind: str
    event: Event
    work_item: WorkItem


_queues: set["asyncio.Queue[WorkItemFrame]"] = set()


def tell() -> None:
    """One event to everybody who listens."""
    moment = datetime.now(UTC)
    frame = WorkItemFrame(
        cursor="aRqJTwAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAQ",
        kind="EVENT",
        event=Event(id=strawberry.ID("evt_1"), name="WORK_CLAIMED", at=moment),
        work_item=WorkItem(id=strawberry.ID("wrk_1"), state="HELD", fence=1, held_until=moment),
    )
    for queue in _queues:
        queue.put_nowait(frame)


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def work_queue_changed(self) -> AsyncIterator[WorkItemFrame]:
        queue: asyncio.Queue[WorkItemFrame] = asyncio.Queue()
        _queues.add(queue)
        try:
            while True:
                yield await queue.get()
        finally:
            _queues.discard(queue)
