"""The application: routes, what surrounds them, and its life."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute
from strawberry.extensions import ValidationCache

from api.files import file_routes
from api.health import healthz, readyz
from api.lifespan import serving
from api.metrics import metrics, note_way
from api.pages import announcements, board, contacts, graphiql, outbox, telemetry, verify, web
from api.pages.faults import failure
from api.papers import blank
from api.papers.cover import cover_route
from api.papers.preview import preview_route
from api.session_askers import SessionAskers
from api.settings import Settings, Trust
from api.surroundings import Surroundings
from api.transfers import templates
from api.transport.endpoint import SocketEndpoint
from api.transport.http import HttpEndpoint
from api.transport.limits import TOKENS, Bounds, limits
from api.transport.parsing import SafeParserCache
from api.transport.planned import Planned
from api.transport.trusted import trusted_texts
from schema.plans.build import PlannedSchema
from schema.plans.documents import Documents
from schema.plans.events import show_by_plan
from schema.root import AREAS, Area, build_schema, sensitive_fields


def make_app(settings: Settings, areas: tuple[Area, ...] = AREAS) -> Starlette:
    """The ASGI application; its service is made when it starts."""
    schema = limited_schema(settings, areas)
    only = settings.trusted_documents is Trust.ONLY
    documents = Documents(schema, TOKENS, trusted_texts(settings), only_trusted=only)
    show_by_plan(documents, note_way)
    planned = Planned(documents, _bounds(settings, areas), shows_way=settings.demonstration)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with serving(settings, documents) as service:
            app.state.service = service
            yield

    return Starlette(
        routes=[
            *_pages(settings),
            *file_routes(SessionAskers()),
            preview_route(SessionAskers()),
            cover_route(SessionAskers()),
            templates.ROUTE,
            Route("/graphql", HttpEndpoint(schema, planned), methods=["GET", "POST"]),
            WebSocketRoute("/graphql", SocketEndpoint(planned)),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
            *web.mounts(settings.web_dir),
        ],
        middleware=[Middleware(Surroundings)],
        exception_handlers={Exception: failure},
        lifespan=lifespan,
    )


def _pages(settings: Settings) -> list[BaseRoute]:
    """Pages for everybody; those that show other people's messages, in the demonstration only."""
    everywhere: list[BaseRoute] = [
        *verify.ROUTES,
        *board.ROUTES,
        *announcements.ROUTES,
        *contacts.ROUTES,
        *blank.ROUTES,
        *telemetry.ROUTES,
    ]
    return (
        [*everywhere, *outbox.ROUTES, *graphiql.routes(settings.web_dir)]
        if settings.demonstration
        else everywhere
    )


def limited_schema(settings: Settings, areas: tuple[Area, ...]) -> PlannedSchema:
    """The schema with its caches and limits; the order matters: limits look at what has been validated."""
    return build_schema([SafeParserCache, ValidationCache, limits(_bounds(settings, areas))], areas)


def _bounds(settings: Settings, areas: tuple[Area, ...]) -> Bounds:
    return Bounds(sensitive_fields(areas), open_introspection=settings.demonstration)
