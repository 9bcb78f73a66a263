"""What operators watch: requests, sockets, the journal's reader, background loops."""

import time

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from api.service import service_of
from models.kernel.clock import today
from models.kernel.workday_seed import missing_year
from models.kernel.workdays import work_calendar
from schema.plans.ways import Way

REGISTRY = CollectorRegistry()
REQUESTS = Counter("zhiye_requests_total", "HTTP requests answered", ["route", "status"], registry=REGISTRY)
SECONDS = Histogram("zhiye_request_seconds", "Time to answer an HTTP request", ["route"], registry=REGISTRY)
OPERATIONS = Counter(
    "zhiye_operations_total", "GraphQL operations answered over HTTP", ["outcome"], registry=REGISTRY
)
PLANS = Counter(
    "zhiye_plan",
    "GraphQL operations, and frames of subscriptions as often as they were evaluated, by how they were run: by plan,"
    " by graphql-core, or by graphql-core after a plan failed",
    ["way"],
    registry=REGISTRY,
)
FRAMES = Counter("zhiye_frames_total", "Results sent over sockets", registry=REGISTRY)
SOCKETS = Gauge("zhiye_sockets", "Open sockets", registry=REGISTRY)
STREAMS = Gauge("zhiye_streams", "Streams listening to the journal", registry=REGISTRY)
MEMBERS = Gauge("zhiye_hub_members", "Of them, those who have caught up and share the hub", registry=REGISTRY)
LAG = Gauge("zhiye_journal_lag_seconds", "Time since the journal was last read to its end", registry=REGISTRY)
HEAD = Gauge("zhiye_journal_head", "Key of the newest entry that was read", registry=REGISTRY)
LOOP_FAILURES = Counter(
    "zhiye_loop_failures_total",
    "Background loops that failed and were restarted",
    ["loop"],
    registry=REGISTRY,
)
MISSING_YEAR = Gauge(
    "zhiye_workdays_missing_year",
    "Year whose workdays must be entered; 0 when none is missing",
    registry=REGISTRY,
)
PAGE_FAULTS = Counter("zhiye_page_faults_total", "Faults reported by web pages", ["code"], registry=REGISTRY)


def note_way(way: Way) -> None:
    """Count an operation, or a frame of a subscription, by how it was run."""
    PLANS.labels(way).inc()


async def metrics(request: Request) -> Response:
    """Prometheus text; with METRICS_TOKEN set only for whoever has it."""
    service = service_of(request)
    wanted = service.settings.metrics_token
    if wanted and request.headers.get("authorization") != f"Bearer {wanted}":
        return PlainTextResponse("需要令牌", 401)
    SOCKETS.set(len(service.sockets))
    STREAMS.set(service.live.feed.listeners + len(service.hub))
    MEMBERS.set(len(service.hub))
    FRAMES.inc(service.hub.frames_since())
    LAG.set(time.monotonic() - service.live.feed.read_at)
    HEAD.set(service.live.feed.head.id)
    MISSING_YEAR.set(missing_year(await work_calendar(), today()) or 0)
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)
