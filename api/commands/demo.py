"""Load the demonstration once."""

import argparse
import importlib.util
from importlib import import_module

from api.commands.console import Failed, Subcommands, with_database
from api.settings import Settings


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("demo", help="装入演示数据（只装一次）")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    if importlib.util.find_spec("api.demo") is None:
        raise Failed("这个版本还没有演示数据")
    with_database(settings, import_module("api.demo").load)
    return 0
