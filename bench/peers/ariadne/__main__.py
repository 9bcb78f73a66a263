"""The application. PORT and DATABASE_URL say where."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
import uvicorn
from aiodataloader import DataLoader
from ariadne import ObjectType, QueryType, make_executable_schema
from ariadne.asgi import GraphQL
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from bench.peers.ariadne.slice import TYPES
from bench.peers.ariadne.store import Row, Store
from bench.peers.rows import mask_name, shown_time

query = QueryType()
registration, person, employer, stage = (
    ObjectType(name) for name in ("Registration", "Person", "Employer", "Stage")
)


async def registrations(
    _: Any, info: Any, first: int, after: str | None = None, filter: Row | None = None, **order: str
) -> Row:
    store: Store = info.context["store"]
    viewer = await store.viewer(info.context["request"].headers.get("authorization"))
    return await store.page(viewer, first, after, (filter or {}).get("states") or [])


async def applicant(row: Row, info: Any) -> Any:
    return await info.context["people"].load(row["applicant_id"])


async def employer_of(row: Row, info: Any) -> Any:
    return await info.context["employers"].load(row["employer_id"])


async def stages_of(row: Row, info: Any) -> Any:
    return await info.context["stages"].load(row["id"])


def named(prefix: str, **columns: str) -> dict[str, Any]:
    """Resolvers of a type's id and of the fields that are called otherwise than their columns."""
    resolvers: dict[str, Any] = {"id": lambda row, _: f"{prefix}_{row['id']}"}
    for field, column in columns.items():
        if column.endswith("_at"):
            resolvers[field] = lambda row, _, column=column: shown_time(row[column])
        else:
            resolvers[field] = lambda row, _, column=column: row[column]
    return resolvers


BINDINGS = (
    (registration, named("reg", createdAt="created_at", updatedAt="updated_at")),
    (person, named("per", identityKind="identity_kind")),
    (employer, named("emp", creditCode="credit_code")),
    (stage, named("stg", openedAt="opened_at", closedAt="closed_at")),
)
for type_, resolvers in BINDINGS:
    for field, resolver in resolvers.items():
        type_.set_field(field, resolver)
query.set_field("registrations", registrations)
registration.set_field("applicant", applicant)
registration.set_field("employer", employer_of)
registration.set_field("stages", stages_of)
person.set_field("name", lambda row, _: {"masked": mask_name(row["name"]), "full": row["name"]})
person.set_field("realNameVerified", lambda row, _: bool(row["real_name_verified"]))


async def ready(request: Request) -> Response:
    return Response("ok")


def surroundings(request: Request, _: Any) -> dict[str, Any]:
    """New loaders for each request."""
    store: Store = request.app.state.store
    return {
        "request": request,
        "store": store,
        "people": DataLoader(store.people),
        "employers": DataLoader(store.employers),
        "stages": DataLoader(store.stages),
    }


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with aiosqlite.connect(os.environ["DATABASE_URL"].removeprefix("sqlite://")) as database:
        await database.execute("pragma query_only = on")
        app.state.store = Store(database)
        yield


graphql: Any = GraphQL(
    make_executable_schema(TYPES, query, registration, person, employer, stage), context_value=surroundings
)
app = Starlette(routes=[Route("/ready", ready), Mount("/", graphql)], lifespan=lifespan)

if __name__ == "__main__":
    uvicorn.run(
        app,
        port=int(os.environ["PORT"]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
