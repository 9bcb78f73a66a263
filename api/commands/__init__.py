"""Commands of `python -m api`; each is one file with `add` (its arguments) and `run` (what it does)."""

import argparse
import os
import sys
from collections.abc import Sequence

from api.commands import create_admin, demo, export_schema, journal, makemigrations, migrate, serve
from api.commands.console import Failed
from api.settings import BadSetting, from_environment

COMMANDS = (serve, migrate, makemigrations, demo, create_admin, export_schema, journal)


def main(arguments: Sequence[str]) -> int:
    """Run one command; what goes wrong for a known reason is said in one sentence."""
    parser = argparse.ArgumentParser(
        prog="python -m api",
        description="执业服务的命令。设置由环境变量给出：HOST PORT DATA_DIR DATABASE_URL DEMONSTRATION SECRET PUBLIC_URL …",
    )
    commands = parser.add_subparsers(required=True, metavar="命令")
    for command in COMMANDS:
        command.add(commands)
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(from_environment(os.environ), chosen))
    except (BadSetting, Failed) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
