"""Bring the database up to date, and enter what every database holds."""

import argparse
import asyncio

from api.commands.console import Subcommands, say, with_database
from api.migrations import apply
from api.settings import Settings
from models.authorities.regions import load_regions
from models.kernel.clock import today
from models.kernel.epochs import begin_epoch
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays

FIRST_WORKDAY_YEAR = 2020


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("migrate", help="建立或更新数据库的表，写入工作日等基础数据")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    if settings.is_sqlite:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    applied = asyncio.run(apply(settings.database_url))
    say(f"已应用：{'、'.join(applied)}" if applied else "数据库的表已是最新")
    with_database(settings, seed)
    return 0


async def seed() -> None:
    """Enter what every database holds and this one lacks: a first epoch, workdays, regions."""
    await begin_epoch(SYSTEM_VIEWER, only_first=True)
    await seed_workdays(SYSTEM_VIEWER, first=FIRST_WORKDAY_YEAR, last=today().year + 1)
    await load_regions(SYSTEM_VIEWER)
