"""Opening and closing the database: one writer, one reader, and the rule that only a unit of work writes."""

import fcntl
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.models import Model

WRITER = "default"
READER = "reader"
POOL_SIZE = 8
BUSY_TIMEOUT_MS = 15_000
CHECKPOINT_PAGES = 10_000
"""A commit copies the log into the file only when nobody else has (checkpoints.py): that takes long."""

TABLE_MODULES = [
    "models.kernel.tables",
    "models.people.tables",
    "models.people.profiles",
    "models.people.corrections.tables",
    "models.authorities.tables",
    "models.agencies.tables",
    "models.files.tables",
    "models.registration.tables",
    "models.registration.credentials",
    "models.registration.experience",
    "models.education.tables",
    "models.transfers.tables",
    "models.registration.made",
    "models.registration.withdrawals",
    "models.registration.batches.tables",
    "models.registration.deliveries.tables",
    "models.registration.revocations.tables",
    "models.notices.tables",
    "models.views.tables",
    "models.noticeboard.tables",
]

_forgetters: list[Callable[[], None]] = []
_inside: ContextVar[bool] = ContextVar("inside_unit", default=False)

_unit_connection: ContextVar[BaseDBAsyncClient | None] = ContextVar("unit_connection", default=None)


def in_unit() -> bool:
    """Is this code running inside a unit of work?"""
    return _inside.get()


def connection_of(name: str | None) -> BaseDBAsyncClient:
    """The connection of that name; without one the unit's, or outside of units the one that only reads."""
    of_unit = _unit_connection.get() if name is None else None
    return of_unit or Tortoise.get_connection(name or READER)


class UnitRouter:
    """Reads outside a unit of work use the read-only connection; writes there are a programming error."""

    def db_for_read(self, model: type[Model]) -> str:
        return WRITER if in_unit() else READER

    def db_for_write(self, model: type[Model]) -> str:
        if not in_unit():
            raise RuntimeError(f"{model.__name__} was written outside a unit of work")
        return WRITER


def config(url: str, pool: int = POOL_SIZE) -> dict[str, Any]:
    """Tortoise's configuration for `sqlite:///path/to/file` or `postgres://user@host/name`.

    :param pool: connections that the writer, and as many that the reader, may open to PostgreSQL.
    """
    return {
        "connections": connections(url, pool),
        "apps": {
            "zhiye": {
                "models": TABLE_MODULES,
                "default_connection": WRITER,
                "migrations": "models.migrations",
            }
        },
        "routers": ["models.kernel.database.UnitRouter"],
        "use_tz": True,
        "timezone": "UTC",
    }


def connections(url: str, pool: int) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = sqlite_path(url)
        shared = {"file_path": str(path), "busy_timeout": BUSY_TIMEOUT_MS, "synchronous": "NORMAL"}
        return {
            WRITER: {
                "engine": "models.kernel.sqlite",
                "credentials": shared | {"wal_autocheckpoint": CHECKPOINT_PAGES},
            },
            READER: {"engine": "models.kernel.sqlite", "credentials": shared | {"query_only": "ON"}},
        }
    credentials = {
        "host": parts.hostname or "127.0.0.1",
        "port": parts.port or 5432,
        "user": parts.username,
        "password": parts.password,
        "database": parts.path.lstrip("/"),
        "minsize": 1,
        "maxsize": pool,
        "reset": _left_as_it_is,
    }
    read_only = {"server_settings": {"default_transaction_read_only": "on"}}
    return {
        WRITER: {"engine": "tortoise.backends.asyncpg", "credentials": credentials},
        READER: {"engine": "tortoise.backends.asyncpg", "credentials": credentials | read_only},
    }


async def _left_as_it_is(connection: object) -> None:
    """Between two uses a connection is asked nothing: no statement of ours leaves anything behind on it."""


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite://"))


async def open_database(url: str, pool: int = POOL_SIZE) -> None:
    """Connect; every task of the process sees this database from then on."""
    if url.startswith("sqlite:"):
        sqlite_path(url).parent.mkdir(parents=True, exist_ok=True)
    EXECUTOR_CACHE.clear()  # it holds statements by connection name, of the last database's kind
    await Tortoise.init(config=config(url, pool), _enable_global_fallback=True)


def on_close(forget: Callable[[], None]) -> None:
    """Call it whenever the database is closed: what was read from one database is not kept for another."""
    _forgetters.append(forget)


async def close_database() -> None:
    for forget in _forgetters:
        forget()
    await Tortoise.close_connections()


@dataclass
class ServerLock:
    """Held by the one server process of a SQLite file."""

    file: IO[str]

    def release(self) -> None:
        self.file.close()


class SecondServer(Exception):
    """这个 SQLite 数据库已有一个服务进程在使用。需要多个进程时，请改用 PostgreSQL（设置 DATABASE_URL=postgres://…）。"""


def lock_server(url: str) -> ServerLock | None:
    """Refuse a second server on one SQLite file; on PostgreSQL any number may serve.

    :raises SecondServer: another process of this machine serves the file.
    """
    if not url.startswith("sqlite:"):
        return None
    path = sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.with_suffix(".server-lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise SecondServer(SecondServer.__doc__) from None
    return ServerLock(file)
