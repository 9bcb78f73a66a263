"""Is the process alive, and can it serve?"""

import time

from starlette.requests import Request
from starlette.responses import JSONResponse

from api.service import service_of
from models.kernel.epochs import current_epoch
from printing.pool import PoolState

LONGEST_LAG_SECONDS = 15.0


async def healthz(request: Request) -> JSONResponse:
    """Alive, whatever the database does: an orchestrator restarts on failure here."""
    return JSONResponse({"status": "ok"})


async def readyz(request: Request) -> JSONResponse:
    """Ready for traffic: the database answers, the journal is being read, and printing has not failed to start.
    While printing starts, what asks for a document waits for it; nothing else does."""
    service = service_of(request)
    feed, printing = service.live.feed, service.pool.state
    try:
        reachable = await current_epoch() is not None
    except Exception:
        reachable = False
    lag = time.monotonic() - feed.read_at
    ready = reachable and lag < LONGEST_LAG_SECONDS and printing is not PoolState.FAILED
    body = {
        "status": "ok" if ready else "unavailable",
        "database": reachable,
        "journalLagSeconds": round(lag, 1),
        "printing": printing,
    }
    return JSONResponse(body, 200 if ready else 503)
