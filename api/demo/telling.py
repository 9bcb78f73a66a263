"""Tells many stories at once, in the order of time: what the journal holds is what happened when."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from heapq import heapify, heappop, heappush

from models.kernel.clock import freeze


async def tell(
    stories: list[AsyncIterator[datetime]], until: datetime, ended: Callable[[], None] = lambda: None
) -> None:
    """Each story goes on at the instant it gave, with the clock standing there; nothing goes on after `until`.

    `ended` is called when a story has come to its end.
    """
    waiting = [(await anext(story), place) for place, story in enumerate(stories)]
    heapify(waiting)
    while waiting and waiting[0][0] <= until:
        at, place = heappop(waiting)
        with freeze(at):
            following = await anext(stories[place], None)
        if following is None:
            ended()
        else:
            heappush(waiting, (max(at, following), place))
