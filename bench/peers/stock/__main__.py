"""The application: strawberry.asgi on Starlette, served by uvicorn. PORT and DATABASE_URL say where."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.types import Info
from tortoise import Tortoise

from bench.peers.stock import live, tables, work
from bench.peers.stock.page import loaders, queue_page
from bench.peers.stock.types import RegistrationConnection, RegistrationFilter, RegistrationOrder, local
from bench.peers.stock.viewer import identified


@strawberry.input
class ClaimWorkInput:
    id: strawberry.ID
    idempotency_key: str


@strawberry.input
class ReleaseWorkInput:
    id: strawberry.ID
    fence: int
    idempotency_key: str


@strawberry.type
class UserError:
    code: str
    message: str


@strawberry.type
class WorkPayload:
    work_item: live.WorkItem | None
    user_errors: list[UserError]


@strawberry.type
class Query:
    @strawberry.field
    async def registrations(
        self,
        info: Info,
        first: int,
        order_by: RegistrationOrder,
        after: str | None = None,
        filter: RegistrationFilter | None = None,
    ) -> RegistrationConnection:
        states = [state.value for state in (filter.states if filter else None) or ()]
        return await queue_page(await _viewer(info), first, after, states)


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def claim_work(self, info: Info, input: ClaimWorkInput) -> WorkPayload:
        return await _answer(work.claim(await _viewer(info), _key(input.id), input.idempotency_key))

    @strawberry.mutation
    async def release_work(self, info: Info, input: ReleaseWorkInput) -> WorkPayload:
        viewer = await _viewer(info)
        return await _answer(work.release(viewer, _key(input.id), input.fence, input.idempotency_key))


async def _answer(step: Any) -> WorkPayload:
    try:
        row: tables.WorkItem = await step
    except work.Refused as refused:
        return WorkPayload(work_item=None, user_errors=[UserError(code=refused.code, message=str(refused))])
    item = live.WorkItem(
        id=strawberry.ID(f"wrk_{row.id}"), state=row.state, fence=row.fence, held_until=local(row.held_until)
    )
    return WorkPayload(work_item=item, user_errors=[])


async def _viewer(info: Info) -> Any:
    return await identified(info.context["request"].headers.get("authorization"))


def _key(global_id: str) -> int:
    return int(global_id.removeprefix("wrk_"))


class Endpoint(GraphQL[Any, Any]):
    """Adds the loaders to what resolvers are given."""

    async def get_context(self, request: Request | WebSocket, response: Any) -> Any:
        return {"request": request, "response": response, **loaders()}


async def trigger(request: Request) -> Response:
    live.tell()
    return Response("{}", media_type="application/json")


async def ready(request: Request) -> Response:
    return Response("ok")


def with_pragmas(url: str) -> str:
    """The same care for a commit as the service's."""
    return f"{url}?synchronous=NORMAL" if url.startswith("sqlite:") else url


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    await Tortoise.init(
        db_url=with_pragmas(os.environ["DATABASE_URL"]),
        modules={"stock": ["bench.peers.stock.tables"]},
        use_tz=True,
        timezone="UTC",
        _enable_global_fallback=True,
    )
    yield
    await Tortoise.close_connections()


def main() -> None:
    schema = strawberry.Schema(Query, Mutation, live.Subscription)
    routes = [
        Route("/ready", ready),
        Route("/trigger", trigger),
        Mount("/", Endpoint(schema)),
    ]
    uvicorn.run(
        Starlette(routes=routes, lifespan=lifespan), port=int(os.environ["PORT"]),
        loop="uvloop", http="httptools", ws="websockets-sansio", ws_per_message_deflate=False,
        access_log=False, log_level="warning",
    )  # fmt: skip


if __name__ == "__main__":
    main()
