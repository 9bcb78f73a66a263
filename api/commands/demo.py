"""Load the demonstration once, and say who may sign in."""

import argparse
from functools import partial

from api.commands.console import Failed, Subcommands, say, with_database
from api.commands.invitation import say_who_may_sign_in
from api.demo.load import NotLoaded, load
from api.migrations import pending
from api.settings import Settings
from printing.errors import PrintingError


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("demo", help="装入演示数据（只装一次），列出演示账号")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    if with_database(settings, pending):
        raise Failed("数据库的表还不是最新的，请先运行 python -m api migrate")
    load_into(settings)
    say_who_may_sign_in(settings)
    return 0


def load_into(settings: Settings) -> None:
    """:raises Failed: it cannot be loaded into this database."""
    try:
        with_database(settings, partial(load, settings, say))
    except (NotLoaded, PrintingError) as refused:
        raise Failed(str(refused)) from None
