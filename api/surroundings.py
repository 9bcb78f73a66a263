"""What goes around every request: security headers, one log line, metrics. Paths are logged without their query."""

import time
from functools import lru_cache

import structlog
from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import REQUESTS, SECONDS

log = structlog.get_logger("http")
MOST_KINDS = 1024
QUIET = {"/healthz", "/readyz", "/metrics"}
POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the component library writes its styles into the page
        "img-src 'self' data: blob:",
        "frame-src 'self' blob:",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
}
LINES = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in HEADERS.items()]


@lru_cache(maxsize=MOST_KINDS)
def _counters(route: str, status: int) -> tuple[Counter, Histogram]:
    """The metrics of one kind of answer, found by their labels once."""
    return REQUESTS.labels(route, status), SECONDS.labels(route)


class Surroundings:
    """ASGI middleware, plain so that streams pass through unbuffered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500

        async def with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                given = message.setdefault("headers", [])
                names = {name for name, _ in given}
                message["headers"] = [*given, *(one for one in LINES if one[0] not in names)]
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        finally:
            self._note(scope, status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        answered, lasted = _counters(route, status)
        answered.inc()
        lasted.observe(seconds)
        if route not in QUIET:
            log.info(
                "request",
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=round(seconds * 1000, 1),
            )
