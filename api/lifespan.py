"""Starting and stopping: the database, the live side, background loops; in the end no step is left half done."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from api.leading import alone
from api.loops import Loop, every, running, sweeps
from api.metrics import note_way
from api.others import Others
from api.papers.facts import Site
from api.papers.maker import Maker
from api.parts import lent
from api.service import Service
from api.settings import Settings
from api.transfers.exports import make_exports
from api.vaults import vault_open
from models.kernel.checkpoints import checkpoint
from models.kernel.cursor import Cursors
from models.kernel.database import close_database, open_database, sqlite_path
from models.kernel.epochs import begin_epoch, current_epoch, move_horizon
from models.kernel.sealing import seal
from models.kernel.unit import finish_running, on_commit
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.notices.writer import write_waiting
from models.people.kinds import ChallengeChannel
from models.people.ports import LocalMessages
from models.people.sender import keep_sending
from models.people.settings import SignInSettings, use_settings
from models.transfers.working import Importing
from printing.pool import RenderPool
from schema.common.context import Context
from schema.common.evaluation import Evaluation
from schema.plans import pieces
from schema.plans.documents import Documents
from subscriptions.feed import Feed
from subscriptions.hub import Hub
from subscriptions.presence import Presence
from subscriptions.stream import Live

SEAL_SECONDS = 5.0
EPOCH_SECONDS = 2.0
CHECKPOINT_SECONDS = 1.0
HORIZON_SECONDS = 3600.0
REPLAYED = timedelta(days=90)
"""How long a client may have been away and still be told everything it missed."""
MESSAGE_SECONDS = 1.0
PAPER_SECONDS = 1.0
TRANSFER_SECONDS = 1.0
RENDER_WORKERS = 1
LAST_STEPS_SECONDS = 10.0
CLOSING_SECONDS = 5.0
log = structlog.get_logger("service")
CYCLES_LOOKED_FOR = 10_000, 20, 20
"""After so many new objects, and how many times the young are looked through before the older ones are."""


@asynccontextmanager
async def serving(settings: Settings, documents: Documents) -> AsyncIterator[Service]:
    """Everything that requests need, from the opened database to the running loops."""
    use_settings(
        SignInSettings(idle_after=timedelta(minutes=settings.idle_minutes), public_url=settings.public_url)
    )
    await open_database(settings.database_url, settings.database_pool)
    try:
        async with _printing() as pool:
            service = await _service(settings, documents, pool)
            others = Others.of(settings, service.live)
            forget = on_commit(others.committed)
            with vault_open(settings):
                _look_for_cycles_seldom()
                async with running(_loops(service) | others.loops()):
                    yield service
        forget()
        async with within(LAST_STEPS_SECONDS, "steps still under way"):
            await finish_running()
    finally:
        async with within(CLOSING_SECONDS, "database still busy"):
            await close_database()


@asynccontextmanager
async def within(seconds: float, what: str) -> AsyncIterator[None]:
    """Give it so long, then go on stopping: whoever stops processes does not wait for ever."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        log.error("stopping without waiting any longer", reason=what, seconds=seconds)


@asynccontextmanager
async def _printing() -> AsyncIterator[RenderPool]:
    """Its workers load fonts for seconds, while people can already be served."""
    pool = RenderPool(workers=RENDER_WORKERS)
    pool.begin()
    try:
        yield pool
    finally:
        await pool.close()


def _look_for_cycles_seldom() -> None:
    """What was loaded to serve stays: it need not be looked through again and again, nor sockets for every few
    hundred objects that an answer is made of (an eighth of the time of a fan-out went there)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*CYCLES_LOOKED_FOR)


async def _service(settings: Settings, documents: Documents, pool: RenderPool) -> Service:
    await begin_epoch(SYSTEM_VIEWER, only_first=True)
    feed = Feed()
    await feed.start()
    live = Live(feed, Presence(), await _cursors(settings))
    parts = lent(settings, live)
    evaluation = Evaluation(documents, partial(_shared, live, parts), note_way)
    service = Service(settings, live, pool, parts, Hub(live, evaluation))
    feed.on_entries(service.watch.heard)
    return service


def _shared(live: Live, parts: dict[type, Any], viewer: Viewer) -> Context:
    """Surroundings of what is evaluated once for many sockets: nothing of any one of them."""
    return Context(viewer=viewer, cursors=live.cursors, services=parts | {Live: live})


async def _cursors(settings: Settings) -> Cursors:
    epoch = await current_epoch()
    assert epoch
    return Cursors(settings.signing_secret(), epoch.number, epoch.horizon)


def _loops(service: Service) -> dict[str, Loop]:
    async def follow_epoch() -> None:
        cursors = await _cursors(service.settings)
        if cursors.epoch != service.live.cursors.epoch:
            pieces.forget()  # versions of a restored database are given out a second time
        service.live.cursors = cursors

    once = partial(_once, service.settings)
    site = Site(service.settings.public_url, service.settings.demonstration)
    maker = Maker(service.pool, site, service.live.feed.after)

    async def make_papers() -> None:
        await service.pool.ready()  # fails until something can be printed: no paper is passed over meanwhile
        await maker.catch_up()

    return {
        "journal reader": service.live.feed.run,
        "hub": service.hub.run,
        "journal epoch": every(EPOCH_SECONDS, follow_epoch),
        **_checkpoints(service.settings),
        "message sender": partial(keep_sending, dict.fromkeys(ChallengeChannel, LocalMessages())),
        **once("journal horizon", every(HORIZON_SECONDS, lambda: move_horizon(SYSTEM_VIEWER, keep=REPLAYED))),
        **once("journal sealer", every(SEAL_SECONDS, seal)),
        **once("messages", every(MESSAGE_SECONDS, write_waiting)),
        **once("papers", every(PAPER_SECONDS, make_papers)),
        **once("imports", every(TRANSFER_SECONDS, Importing(service.settings.signing_secret()).work)),
        **once("exports", every(TRANSFER_SECONDS, make_exports)),
        **{job: led for name, loop in sweeps().items() for job, led in once(name, loop).items()},
    }


def _checkpoints(settings: Settings) -> dict[str, Loop]:
    if not settings.is_sqlite:
        return {}
    path = sqlite_path(settings.database_url)
    return {"write-ahead log": every(CHECKPOINT_SECONDS, partial(checkpoint, path))}


def _once(settings: Settings, job: str, loop: Loop) -> dict[str, Loop]:
    """A loop of which one process of all is enough."""
    return {job: loop if settings.is_sqlite else alone(job, loop)}
