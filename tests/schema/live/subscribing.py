"""A process's live side over the whole schema, and subscribers whose frames are kept in lists."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson

from api.transport.codes import CloseCode
from api.transport.limits import Bounds
from api.transport.messages import Subscribe
from api.transport.operations import Operations
from api.transport.planned import Planned
from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.tables import JournalRow
from models.kernel.unit import on_commit
from models.kernel.viewer import Viewer
from schema.common.context import Context
from schema.common.evaluation import Evaluation
from schema.plans.build import PlannedSchema
from schema.plans.documents import Documents
from schema.plans.ways import Way
from schema.root import build_schema
from subscriptions.feed import Feed
from subscriptions.hub import Hub
from subscriptions.presence import Presence
from subscriptions.stream import Live
from subscriptions.viewpoint import SignedIn, Viewpoint
from tests.waiting import until

PROGRESS_SECONDS = 0.5
POLL_SECONDS = 0.05
PATIENCE_SECONDS = 60.0
SCHEMA: PlannedSchema = build_schema()
TOKENS = 2000
DOCUMENTS = Documents(SCHEMA, TOKENS)
PLANNED = Planned(DOCUMENTS, Bounds(frozenset(), open_introspection=True), shows_way=False)


@dataclass
class Box:
    """In place of a socket: keeps what is written. `full` refuses what comes from the hub, as a slow client's would."""

    full: bool = False
    written: int = 0
    messages: list[bytes] = field(default_factory=list)
    _calls: list[Callable[[], None]] = field(default_factory=list)

    def write(self, frame: bytes) -> None:
        length = frame[1] & 127
        self.messages.append(frame[{126: 4, 127: 10}.get(length, 2) :])

    def taken(self) -> int:
        return 0

    async def drained(self) -> None:
        return

    def when_drained(self, call: Callable[[], None]) -> None:
        if self.full:
            self._calls.append(call)
        else:
            call()

    def drain(self) -> None:
        self.full = False
        calls, self._calls = self._calls, []
        for call in calls:
            call()

    def hang_up(self, code: int, reason: str) -> None:
        raise AssertionError("nobody is closed here")


@dataclass
class Subscriber:
    """One operation of one viewer; with a box it may join the hub, without one it stays alone."""

    live: Live
    hub: Hub
    viewer: Viewer
    document: str
    variables: dict[str, Any] = field(default_factory=dict)
    box: Box | None = None
    payloads: list[bytes] = field(default_factory=list)
    services: dict[type, Any] = field(default_factory=dict)

    async def begin(self) -> None:
        viewpoint = Viewpoint(SignedIn(self.viewer))
        self.services = {Live: self.live, Viewpoint: viewpoint, Presence: self.live.presence}
        self.operations = Operations(PLANNED, self, self.hub, self.box)
        await self.operations.start(Subscribe("1", self.document, self.variables, None))

    async def end(self) -> None:
        await self.operations.cancel_all()

    @property
    def frames(self) -> list[dict[str, Any]]:
        """In the order they came."""
        found = []
        for text in self.heard:
            (frame,) = orjson.loads(text)["data"].values()
            found.append(frame)
        return found

    @property
    def heard(self) -> list[bytes]:
        """Payloads as octets."""
        if self.box is None:
            return self.payloads
        head, tail = b'{"id":"1","type":"next","payload":', b"}"
        return [text.removeprefix(head).removesuffix(tail) for text in self.box.messages]

    @property
    def events(self) -> list[bytes]:
        """Payloads of EVENT frames."""
        return [text for text in self.heard if b'"kind":"EVENT"' in text]

    async def reaches(self, cursor: str) -> None:
        """Wait until it was told, by whatever frame, to remember that cursor."""

        async def there() -> bool:
            return bool(self.heard) and f'"cursor":"{cursor}"'.encode() in self.heard[-1]

        await until(there, PATIENCE_SECONDS)

    def context(self) -> Context:
        return Context(viewer=self.viewer, cursors=self.live.cursors, services=dict(self.services))

    async def give_up(self, code: CloseCode) -> None:
        raise AssertionError("nothing fails here")

    async def send(self, message: dict[str, object]) -> None:
        assert message["type"] == "next", message
        text = orjson.dumps(message["payload"], default=str)
        if self.box is None:
            self.payloads.append(text)
        else:
            self.box.messages.append(orjson.dumps(message, default=str))


@dataclass
class Scene:
    """The live side and everybody who listens."""

    live: Live
    hub: Hub
    ways: Counter[Way]
    """How frames were evaluated in the hub."""
    everybody: list[Subscriber] = field(default_factory=list)

    async def subscriber(
        self, viewer: Viewer, document: str, box: Box | None, **variables: Any
    ) -> Subscriber:
        found = Subscriber(self.live, self.hub, viewer, document, variables, box)
        self.everybody.append(found)
        await found.begin()
        return found

    @property
    def boxes(self) -> list[Box]:
        return [one.box for one in self.everybody if one.box]

    async def quiet(self) -> None:
        """Wait until everybody has been told all there is."""
        await self.pulled()
        cursor = self.live.cursors.write(self.live.feed.head)
        await asyncio.gather(*(one.reaches(cursor) for one in self.everybody))

    async def pulled(self) -> None:
        """Wait until the feed has read all that was committed."""
        newest = await JournalRow.all().order_by("-tx", "-id").first()

        async def pulled() -> bool:
            return newest is None or self.live.feed.head >= (newest.tx, newest.id)

        await until(pulled, PATIENCE_SECONDS)


@asynccontextmanager
async def scene() -> AsyncIterator[Scene]:
    feed = Feed(poll_seconds=POLL_SECONDS)
    await feed.start()
    live = Live(feed, Presence(), Cursors(b"secret of the tests", 1, START), PROGRESS_SECONDS)

    def context(viewer: Viewer) -> Context:
        return Context(viewer=viewer, cursors=live.cursors, services={Live: live, Presence: live.presence})

    ways: Counter[Way] = Counter()
    found = Scene(live, Hub(live, Evaluation(DOCUMENTS, context, lambda way: ways.update([way]))), ways)
    forget = on_commit(feed.wake)
    tasks = [asyncio.create_task(run()) for run in (feed.run, found.hub.run)]
    try:
        await found.pulled()  # on PostgreSQL what was just committed may come to light later: it is no news
        yield found
    finally:
        await asyncio.gather(*(one.end() for one in found.everybody))
        for task in tasks:
            task.cancel()
        forget()
