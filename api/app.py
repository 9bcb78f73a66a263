"""The application: routes, what surrounds them, and its life."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute
from strawberry import Schema
from strawberry.extensions import ValidationCache

from api.files import file_routes
from api.health import healthz, readyz
from api.lifespan import serving
from api.metrics import metrics
from api.pages import graphiql, outbox, telemetry, verify, web
from api.pages.faults import failure
from api.papers.preview import preview_route
from api.session_askers import SessionAskers
from api.settings import Settings
from api.surroundings import Surroundings
from api.transport.endpoint import SocketEndpoint
from api.transport.http import HttpEndpoint
from api.transport.limits import limits
from api.transport.parsing import SafeParserCache
from schema.root import AREAS, Area, build_schema, sensitive_fields

WEB = Path(__file__).parents[1] / "web" / "dist"


def make_app(settings: Settings, areas: tuple[Area, ...] = AREAS) -> Starlette:
    """The ASGI application; its service is made when it starts."""
    schema = limited_schema(settings, areas)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with serving(settings) as service:
            app.state.service = service
            yield

    return Starlette(
        routes=[
            *_pages(settings),
            *file_routes(SessionAskers()),
            preview_route(SessionAskers()),
            Route("/graphql", HttpEndpoint(schema), methods=["GET", "POST"]),
            WebSocketRoute("/graphql", SocketEndpoint(schema)),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
            *web.mounts(WEB),
        ],
        middleware=[Middleware(Surroundings)],
        exception_handlers={Exception: failure},
        lifespan=lifespan,
    )


def _pages(settings: Settings) -> list[BaseRoute]:
    """Pages for everybody; those that show other people's messages, in the demonstration only."""
    everywhere: list[BaseRoute] = [*verify.ROUTES, *telemetry.ROUTES]
    return [*everywhere, *outbox.ROUTES, *graphiql.routes(WEB)] if settings.demonstration else everywhere


def limited_schema(settings: Settings, areas: tuple[Area, ...]) -> Schema:
    """The schema with its caches and limits; the order matters: limits look at what has been validated."""
    guard = limits(sensitive_fields(areas), open_introspection=settings.demonstration)
    return build_schema([SafeParserCache, ValidationCache, guard], areas)
