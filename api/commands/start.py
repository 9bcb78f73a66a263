"""Everything in one process: bring the tables up to date, load the demonstration once, serve."""

import argparse
import asyncio

from api.commands.console import Subcommands, say, with_database
from api.commands.invitation import say_who_may_sign_in
from api.commands.migrate import seed
from api.commands.serve import locked, serve, warn_of_missing_workdays
from api.demo.marks import is_loaded
from api.migrations import apply, pending
from api.settings import Settings
from schema.root import AREAS


def add(commands: Subcommands) -> None:
    parser = commands.add_parser(
        "start", help="依次做 migrate、demo（仅 DEMONSTRATION=1）和 serve，已做过的不重做"
    )
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    """:raises Failed: another process serves this SQLite file, or the demonstration cannot be loaded."""
    with locked(settings):
        if with_database(settings, pending):
            say("建立或更新数据库的表")
            asyncio.run(apply(settings.database_url))
        loaded = with_database(settings, _filled)
        if settings.demonstration:
            if not loaded:
                _load(settings)
            say_who_may_sign_in(settings)
        warn_of_missing_workdays(settings)
        return serve(settings, AREAS)


async def _filled() -> bool:
    """Enter what every database holds; is the demonstration in it?"""
    await seed()
    return await is_loaded()


def _load(settings: Settings) -> None:
    from api.commands.demo import load_into  # noqa: PLC0415 half a second of imports, needed once

    load_into(settings)
