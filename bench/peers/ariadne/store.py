"""Rows as dicts, for a page and for the loaders."""

import json
from base64 import urlsafe_b64decode
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiosqlite

from bench.peers.rows import GRANTS, VIEWER, Viewer, cursor_of, grants_of, token_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Store:
    """One connection for reading."""

    database: aiosqlite.Connection

    async def rows(self, text: str, values: Sequence[Any]) -> list[Row]:
        cursor = await self.database.execute(text, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in await cursor.fetchall()]

    async def viewer(self, header: str | None) -> Viewer:
        """:raises PermissionError: nobody that is signed in."""
        given = (token_of(header), datetime.now(UTC).isoformat(" "))
        for _, reviewer, authority in await self.database.execute_fetchall(VIEWER, given):
            grants = await self.database.execute_fetchall(GRANTS, (reviewer,))
            return Viewer(reviewer, authority, grants_of([tuple(row) for row in grants]))
        raise PermissionError

    async def page(self, viewer: Viewer, first: int, after: str | None, states: Sequence[str]) -> Row:
        granted, values = viewer.visible()
        beyond: list[Any] = json.loads(urlsafe_b64decode(after + "==")) if after else []
        text = f"""select r.* from registration r where r.authority_id = ? and r.submitted_at is not null
            and ({granted}) and r.state in ({_marks(states)}) {"and (r.updated_at, r.id) > (?, ?)" if after else ""}
            order by r.updated_at, r.id limit ?"""  # noqa: S608 marks and names
        found = await self.rows(text, [viewer.authority_id, *values, *states, *_plain(beyond), first + 1])
        nodes = found[:first]
        end = cursor_of(nodes[-1]["updated_at"], nodes[-1]["id"]) if nodes else None
        return {"pageInfo": {"hasNextPage": len(found) > first, "endCursor": end}, "nodes": nodes}

    async def people(self, keys: Sequence[int]) -> list[Row | None]:
        return await self._by_key("person", keys)

    async def employers(self, keys: Sequence[int]) -> list[Row | None]:
        return await self._by_key("employer", keys)

    async def stages(self, keys: Sequence[int]) -> list[list[Row]]:
        text = f"""select * from registration_stage where registration_id in ({_marks(keys)})
            order by registration_id, place"""  # noqa: S608 marks
        found = defaultdict(list)
        for row in await self.rows(text, keys):
            found[row["registration_id"]].append(row)
        return [found[key] for key in keys]

    async def _by_key(self, table: str, keys: Sequence[int]) -> list[Row | None]:
        rows = await self.rows(f"select * from {table} where id in ({_marks(keys)})", keys)  # noqa: S608 names
        found = {row["id"]: row for row in rows}
        return [found.get(key) for key in keys]


def _plain(beyond: list[Any]) -> list[Any]:
    return [beyond[0].replace("T", " "), beyond[1]] if beyond else []


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
