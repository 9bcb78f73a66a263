"""Presence in Redis: one hash, a field for each person at each object. Losing it loses less than a minute of presence."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

import orjson
from redis.asyncio import Redis

from models.kernel.clock import now
from subscriptions.frames import Present
from subscriptions.presence import Guest

HASH = "zhiye:presence"
KEPT_SECONDS = 600
"""The hash goes by itself when nobody has been anywhere for so long."""
ANSWER_SECONDS = 2.0


class RedisPresence:
    """`url`: redis://host:port/number."""

    def __init__(self, url: str) -> None:
        self._client = Redis.from_url(
            url,
            socket_timeout=ANSWER_SECONDS,
            socket_connect_timeout=ANSWER_SECONDS,
            decode_responses=True,
        )

    async def put(self, guests: Sequence[Guest]) -> None:
        over = [field for field, guest in (await self._all()).items() if guest.until <= now()]
        async with self._client.pipeline(transaction=False) as pipe:
            if over:
                pipe.hdel(HASH, *over)
            pipe.hset(HASH, mapping={_field(guest): _value(guest) for guest in guests})
            pipe.expire(HASH, KEPT_SECONDS)
            await pipe.execute()

    async def present(self) -> list[Guest]:
        moment = now()
        return [guest for guest in (await self._all()).values() if guest.until > moment]

    async def close(self) -> None:
        await self._client.aclose()

    async def _all(self) -> dict[str, Guest]:
        found = cast(dict[str, str], await self._client.hgetall(HASH))  # as `decode_responses` has it
        return {field: _guest(field, orjson.loads(value)) for field, value in found.items()}


def _field(guest: Guest) -> str:
    prefix, key = guest.subject
    return f"{prefix}|{key}|{guest.who}"


def _value(guest: Guest) -> bytes:
    shown = guest.present
    return orjson.dumps([shown.label, shown.editing, shown.since, guest.until])


def _guest(field: str, value: list[Any]) -> Guest:
    prefix, key, who = field.split("|")
    label, editing, since, until = value
    present = Present(label, editing, datetime.fromisoformat(since))
    return Guest((prefix, int(key)), int(who), present, datetime.fromisoformat(until))
