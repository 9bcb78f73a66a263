"""Commands of `python -m api`; each is one file with `add` (its arguments) and `run` (what it does)."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from api.commands.console import Failed
from api.settings import BadSetting, from_environment

COMMANDS = (
    "start",
    "serve",
    "migrate",
    "makemigrations",
    "demo",
    "create-admin",
    "import-examinations",
    "export-schema",
    "journal",
)


def main(arguments: Sequence[str]) -> int:
    """Run one command; what goes wrong for a known reason is said in one sentence."""
    parser = argparse.ArgumentParser(
        prog="python -m api",
        description="执业服务的命令。设置由环境变量给出：HOST PORT DATA_DIR DATABASE_URL DEMONSTRATION SECRET PUBLIC_URL …",
    )
    commands = parser.add_subparsers(required=True, metavar="命令")
    # A server that starts does not wait for what only another command imports.
    for name in arguments[:1] if arguments[:1] and arguments[0] in COMMANDS else COMMANDS:
        _load(name).add(commands)
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(from_environment(os.environ), chosen))
    except (BadSetting, Failed) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1


def _load(name: str) -> Any:
    """The command's module. A thousand modules are imported here and none becomes garbage: looking for some
    meanwhile takes a tenth of the start, and later would take a moment from requests."""
    gc.disable()
    try:
        return import_module(f"api.commands.{name.replace('-', '_')}")
    finally:
        gc.freeze()
        gc.enable()
