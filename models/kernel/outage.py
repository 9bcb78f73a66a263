"""Is the database away for now? Then whoever asks again a little later is answered."""

from collections.abc import Iterator

import asyncpg
from tortoise.exceptions import DBConnectionError

AWAY: tuple[type[BaseException], ...] = (
    DBConnectionError,
    ConnectionError,
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
)


def is_outage(error: BaseException | None) -> bool:
    """Does it, or what it came from, say that the database could not be reached?"""
    return any(isinstance(one, AWAY) for one in _behind(error, set()))


def _behind(error: object, seen: set[int]) -> Iterator[BaseException]:
    if not isinstance(error, BaseException) or id(error) in seen:
        return
    seen.add(id(error))
    yield error
    # The ORM hands on what the driver raised as an argument of its own exception.
    for one in (error.__cause__, error.__context__, *error.args):
        yield from _behind(one, seen)
