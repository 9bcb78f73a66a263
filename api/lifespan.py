"""Starting and stopping: the database, the live side, background loops; in the end no step is left half done."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from api.loops import Loop, every, running, sweeps
from api.papers.facts import Site
from api.papers.maker import Maker
from api.parts import lent
from api.service import Service
from api.settings import Settings
from api.vaults import vault_open
from models.kernel.cursor import Cursors
from models.kernel.database import close_database, open_database
from models.kernel.epochs import begin_epoch, current_epoch, move_horizon
from models.kernel.sealing import seal
from models.kernel.unit import finish_running, on_commit
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.ports import LocalSms
from models.people.sender import keep_sending
from printing.pool import RenderPool
from subscriptions.feed import Feed
from subscriptions.presence import Presence
from subscriptions.stream import Live

SEAL_SECONDS = 5.0
EPOCH_SECONDS = 10.0
HORIZON_SECONDS = 3600.0
REPLAYED = timedelta(days=90)
"""How long a client may have been away and still be told everything it missed."""
PAPER_SECONDS = 1.0
RENDER_WORKERS = 1


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[Service]:
    """Everything that requests need, from the opened database to the running loops."""
    await open_database(settings.database_url)
    try:
        async with RenderPool(workers=RENDER_WORKERS) as pool:
            service = await _service(settings, pool)
            forget = on_commit(service.live.feed.wake)
            with vault_open(settings):
                async with running(_loops(service)):
                    yield service
        forget()
        await finish_running()
    finally:
        await close_database()


async def _service(settings: Settings, pool: RenderPool) -> Service:
    await begin_epoch(SYSTEM_VIEWER, only_first=True)
    feed = Feed()
    await feed.start()
    live = Live(feed, Presence(), await _cursors(settings))
    service = Service(settings, live, pool, lent(settings, live))
    feed.on_entries(service.watch.heard)
    return service


async def _cursors(settings: Settings) -> Cursors:
    epoch = await current_epoch()
    assert epoch
    return Cursors(settings.signing_secret(), epoch.number, epoch.horizon)


def _loops(service: Service) -> dict[str, Loop]:
    async def follow_epoch() -> None:
        service.live.cursors = await _cursors(service.settings)

    maker = Maker(service.pool, Site(service.settings.public_url, service.settings.demonstration))
    return {
        "journal reader": service.live.feed.run,
        "journal epoch": every(EPOCH_SECONDS, follow_epoch),
        "journal horizon": every(HORIZON_SECONDS, lambda: move_horizon(SYSTEM_VIEWER, keep=REPLAYED)),
        "journal sealer": every(SEAL_SECONDS, seal),
        "papers": every(PAPER_SECONDS, maker.catch_up),
        "message sender": partial(keep_sending, LocalSms()),
        **sweeps(),
    }
