"""Finds the command and runs it; without one, lists them all."""

import signal
import sys
from importlib import import_module
from types import ModuleType

from api.dev.console import complain, say
from api.dev.processes import CommandFailed

COMMANDS = ("run", "test", "check", "schema", "migrate", "bench", "requirements", "lock")
EXIT_FAILED = 1
EXIT_MISUSED = 2


def main(arguments: list[str]) -> int:
    """Exit code of the command named first; 2 when there is no such command."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        return list_commands()
    name, *rest = arguments
    if name not in COMMANDS:
        complain(f"There is no command {name!r}.")
        list_commands()
        return EXIT_MISUSED
    return run_command(name, rest)


def run_command(name: str, arguments: list[str]) -> int:
    try:
        return int(load(name).main(arguments))
    except CommandFailed as failure:
        complain(str(failure))
        return EXIT_FAILED
    except KeyboardInterrupt:
        complain("Stopped.")
        return EXIT_FAILED


def list_commands() -> int:
    say("Usage: ./dev COMMAND")
    width = max(map(len, COMMANDS))
    for name in COMMANDS:
        say(f"  {name:<{width}}  {first_line(load(name))}")
    return 0


def load(name: str) -> ModuleType:
    return import_module(f"api.dev.commands.{name}")


def first_line(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().splitlines()[0]


if __name__ == "__main__":
    # A reader that has seen enough (`./dev | head`) ends this quietly, as it ends other programs.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main(sys.argv[1:]))
