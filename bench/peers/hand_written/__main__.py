"""`python -m bench.peers.hand_written` with PORT and DATABASE_URL."""

import os
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import aiosqlite
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.peers.rows import (
    GRANTS,
    VIEWER,
    Viewer,
    cursor_of,
    grants_of,
    mask_name,
    page_statement,
    shown_time,
    stages_statement,
    token_of,
)

STATES = ("IN_REVIEW",)


async def graphql(request: Request) -> Response:
    """Reads the variables and answers the one document that it knows."""
    database: aiosqlite.Connection = request.app.state.database
    asked = orjson.loads(await request.body())["variables"]
    viewer = await identified(database, request.headers.get("authorization"))
    if viewer is None:
        return Response(status_code=401)
    page = await queue_page(database, viewer, asked["first"], asked.get("after"))
    return Response(orjson.dumps({"data": {"registrations": page}}), media_type="application/json")


async def identified(database: aiosqlite.Connection, header: str | None) -> Viewer | None:
    known = await database.execute_fetchall(VIEWER, (token_of(header), datetime.now(UTC).isoformat(" ")))
    for _, reviewer, authority in known:
        return Viewer(
            reviewer, authority, grants_of(list(await database.execute_fetchall(GRANTS, (reviewer,))))
        )
    return None


async def queue_page(
    database: aiosqlite.Connection, viewer: Viewer, first: int, after: str | None
) -> dict[str, Any]:
    rows: list[Any] = list(await database.execute_fetchall(*page_statement(viewer, first, after, STATES)))
    shown = rows[:first]
    keys = [row[0] for row in shown]
    stages = defaultdict(list)
    for case, key, kind, state, opened, closed, opinion in await database.execute_fetchall(
        stages_statement(keys), keys
    ):
        stages[case].append(
            {
                "id": f"stg_{key}", "kind": kind, "state": state, "openedAt": shown_time(opened),
                "closedAt": shown_time(closed), "opinion": opinion,
            }
        )  # fmt: skip
    end = cursor_of(shown[-1][8], shown[-1][0]) if shown else None
    return {
        "pageInfo": {"hasNextPage": len(rows) > first, "endCursor": end},
        "nodes": [case_of(row, stages[row[0]]) for row in shown],
    }


def case_of(row: Any, stages: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"reg_{row[0]}", "version": row[1], "number": row[2], "kind": row[3], "profession": row[4],
        "grade": row[5], "state": row[6], "createdAt": shown_time(row[7]), "updatedAt": shown_time(row[8]),
        "applicant": {
            "id": f"per_{row[9]}", "name": {"masked": mask_name(row[10]), "full": row[10]}, "sex": row[11],
            "identityKind": row[12], "realNameVerified": bool(row[13]),
        },
        "employer": row[14] and {
            "id": f"emp_{row[14]}", "name": row[15], "creditCode": row[16], "state": row[17], "address": row[18],
        },
        "stages": stages,
    }  # fmt: skip


async def ready(request: Request) -> Response:
    return Response("ok")


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with aiosqlite.connect(os.environ["DATABASE_URL"].removeprefix("sqlite://")) as database:
        await database.execute("pragma query_only = on")
        app.state.database = database
        yield


app = Starlette(
    routes=[Route("/graphql", graphql, methods=["POST"]), Route("/ready", ready)], lifespan=lifespan
)

if __name__ == "__main__":
    uvicorn.run(
        app,
        port=int(os.environ["PORT"]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
