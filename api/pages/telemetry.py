"""/telemetry: web pages report what went wrong with them: a code, a route, a reference; never a value or a name."""

import re
from typing import Any

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.metrics import PAGE_FAULTS
from api.transport.origin import is_foreign

LARGEST_REPORT = 2048
WORD = re.compile(r"[A-Z_]{1,40}")
log = structlog.get_logger("page")


async def telemetry(request: Request) -> Response:
    """Always 204: whoever reports needs no answer."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_REPORT:
            return Response(status_code=413)
    report = _report(body)
    if report and not is_foreign(request):
        code = report.get("code")
        known = code if isinstance(code, str) and WORD.fullmatch(code) else "OTHER"
        PAGE_FAULTS.labels(known).inc()
        log.warning(
            "page fault",
            code=known,
            route=str(report.get("route"))[:80],
            reference=str(report.get("reference"))[:40],
        )
    return Response(status_code=204)


def _report(body: bytes) -> dict[str, Any] | None:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


ROUTES = [Route("/telemetry", telemetry, methods=["POST"])]
