"""What commands say, and how they fail."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from api.settings import Settings
from models.kernel.database import close_database, open_database

T = TypeVar("T")

Subcommands = Any
"""What argparse gives for subcommands; its class is private."""


class Failed(Exception):
    """The command cannot go on; the message says why and what to do."""


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def with_database(settings: Settings, work: Callable[[], Awaitable[T]]) -> T:
    """Open the database, do the work, close it again."""

    async def opened() -> T:
        await open_database(settings.database_url)
        try:
            return await work()
        finally:
            await close_database()

    return asyncio.run(opened())
