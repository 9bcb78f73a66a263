"""The viewer of a socket or stream as of now: asked again when the journal or the clock says so."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from models.kernel.clock import now
from models.kernel.errors import Unauthenticated
from models.kernel.outage import is_outage
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from subscriptions.bells import Bell

ASK_AGAIN_SECONDS = 0.25
"""While the database is away."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whom a token stands for, and until when unless it is used again (aware)."""

    viewer: Viewer
    until: datetime | None = None


NOBODY = SignedIn(PUBLIC_VIEWER)

Identify = Callable[[], Awaitable[SignedIn | None]]
"""Reads the session behind a token anew; None when it has ended."""


class Viewpoint:
    """Who looks. When the session ends, `now` raises and everybody who listens is rung."""

    def __init__(self, signed_in: SignedIn = NOBODY, identify: Identify | None = None) -> None:
        self.ended = False
        self.viewer = signed_in.viewer
        self.until = signed_in.until
        """When the session ends by itself unless there is another request (aware)."""
        self._identify = identify
        self._bells: set[Bell] = set()
        self._expiry: asyncio.TimerHandle | None = None
        self._running: asyncio.Task[None] | None = None
        self._again = False

    def now(self) -> Viewer:
        """:raises Unauthenticated: the session has ended."""
        if self.ended:
            raise Unauthenticated
        return self.viewer

    def recheck(self) -> None:
        """Ask again who this is; `settled` waits for the answer, so listeners are rung at once and when it came."""
        if self._identify is None or self.ended:
            return
        if self._running and not self._running.done():
            self._again = True  # what the running look has read may be older than this news
            return
        self._running = asyncio.get_running_loop().create_task(self._look(self._identify))
        self._ring()

    def listen(self, bell: Bell) -> None:
        """Ring the bell when the viewer is asked for anew, has changed, or the session has ended."""
        self._bells.add(bell)
        if self._expiry is None:  # a request that nobody listens in is over before its session is
            self._arm(self.until)

    def unlisten(self, bell: Bell) -> None:
        self._bells.discard(bell)

    async def settled(self) -> None:
        """Wait for the answer when somebody is being asked: what is delivered meanwhile could be seen by old rights."""
        while self._running and not self._running.done():
            await asyncio.wait({self._running})

    @contextmanager
    def ringing(self, bell: Bell) -> Iterator[None]:
        """As `listen`, for as long as the block runs."""
        self.listen(bell)
        try:
            yield
        finally:
            self.unlisten(bell)

    def close(self) -> None:
        """Nobody looks from here any more."""
        if self._expiry:
            self._expiry.cancel()
        if self._running:
            self._running.cancel()

    async def _look(self, identify: Identify) -> None:
        signed_in = await _asked(identify)
        while self._again:
            self._again = False
            signed_in = await _asked(identify)
        self.ended = signed_in is None
        if signed_in:
            self.viewer, self.until = signed_in.viewer, signed_in.until
            if self._bells:
                self._arm(signed_in.until)
        self._ring()

    def _ring(self) -> None:
        for bell in tuple(self._bells):
            bell.set()

    def _arm(self, until: datetime | None) -> None:
        if self._expiry:
            self._expiry.cancel()
        if until and self._identify:
            seconds = max((until - now()).total_seconds(), 0)
            self._expiry = asyncio.get_running_loop().call_later(seconds, self.recheck)


async def _asked(identify: Identify) -> SignedIn | None:
    """While the database is away nobody knows: whoever waits for the answer is told nothing by old rights."""
    while True:
        try:
            return await identify()
        except Exception as error:
            if not is_outage(error):
                raise
            await asyncio.sleep(ASK_AGAIN_SECONDS)
