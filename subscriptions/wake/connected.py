"""What wake-ups over a server have in common: one line to it, made anew whenever it breaks, and a coalescing teller."""

import asyncio
from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager

import structlog

from subscriptions.wake.port import Topic, Woken

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
CONNECT_SECONDS = 5.0
TICK_SECONDS = 0.005
"""At most one wake-up of a topic in this time: PostgreSQL takes one lock for the whole server at each."""
CHECK_SECONDS = 5.0
"""So often a silent line is asked whether it is still there."""

log = structlog.get_logger("wake")


class Line(ABC):
    """An open line to the server. Everything raises when it is broken."""

    @abstractmethod
    async def send(self, topic: Topic) -> None:
        """Wake whoever else listens."""

    @abstractmethod
    async def broken(self) -> None:
        """Returns or raises once nothing can be heard over it any more."""


class ConnectedWakeUps(ABC):
    """Subclasses know how to open a line."""

    def __init__(self) -> None:
        self.healthy = False
        self._news: dict[Topic, None] = {}
        self._told = asyncio.Event()

    @abstractmethod
    def open(self, woken: Woken) -> AbstractAsyncContextManager[Line]:
        """A line on which `woken` is called for what others told. Raises `failures` or OSError."""

    failures: tuple[type[Exception], ...] = (OSError, TimeoutError)

    def tell(self, topic: Topic) -> None:
        self._news[topic] = None
        self._told.set()

    async def run(self, woken: Woken) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                async with self.open(woken) as line:
                    pause = FIRST_PAUSE_SECONDS
                    await self._serve(line, woken)
            except self.failures as error:
                log.warning("wake-ups interrupted", cause=str(error) or type(error).__name__, pause=pause)
            finally:
                self.healthy = False
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _serve(self, line: Line, woken: Woken) -> None:
        self.healthy = True
        for topic in Topic:  # what was told while nobody heard
            woken(topic)
        telling = asyncio.ensure_future(self._tell_all(line))
        breaking = asyncio.ensure_future(line.broken())
        try:
            done, _ = await asyncio.wait({telling, breaking}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in (telling, breaking):
                task.cancel()
            await asyncio.gather(telling, breaking, return_exceptions=True)

    async def _tell_all(self, line: Line) -> None:
        while True:
            await self._told.wait()
            self._told.clear()
            news, self._news = self._news, {}
            for topic in news:
                await line.send(topic)
            await asyncio.sleep(TICK_SECONDS)
