"""Write a migration for rows that have changed."""

import argparse

from api.commands.console import Subcommands, say, with_database
from api.migrations import write_new
from api.settings import Settings


def add(commands: Subcommands) -> None:
    parser = commands.add_parser("makemigrations", help="（开发）按各 tables.py 的变化写出新的迁移文件")
    parser.set_defaults(run=run)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    files = with_database(settings, write_new)
    say("\n".join(f"已写出 {file}" for file in files) or "没有变化")
    return 0
