"""Starts other programs at the repository's root, the virtual environment's own first on PATH."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from api.dev.paths import ROOT, VENV_PROGRAMS

PROGRAM_MISSING = 127
ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile")
"""For pytest, when the whole suite runs; the tests of one file share what they have set up."""


class CommandFailed(Exception):
    """A command cannot go on; the message says what failed and what to do."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that ended: its exit code, and standard output and error as one text."""

    code: int
    output: str

    @property
    def passed(self) -> bool:
        return self.code == 0


def call(arguments: Sequence[str], *, directory: Path = ROOT) -> int:
    """Runs with the terminal's own input and output; gives the exit code."""
    try:
        return subprocess.run(arguments, cwd=directory, env=environment(), check=False).returncode
    except FileNotFoundError as missing:
        raise CommandFailed(f"The program {arguments[0]} is not installed.") from missing


def capture(
    arguments: Sequence[str],
    *,
    directory: Path = ROOT,
    env: Mapping[str, str] | None = None,
    each_line: Callable[[str], None] | None = None,
) -> Finished:
    """Runs without input and keeps the output; `each_line` sees every line as it comes."""
    try:
        process = subprocess.Popen(
            arguments,
            cwd=directory,
            env=env or environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except FileNotFoundError:
        return Finished(PROGRAM_MISSING, f"The program {arguments[0]} is not installed.\n")
    with process:
        lines = [heard(line, each_line) for line in process.stdout or ()]
    return Finished(process.returncode, "".join(lines))


def heard(line: str, each_line: Callable[[str], None] | None) -> str:
    if each_line:
        each_line(line.rstrip("\n"))
    return line


def become(arguments: Sequence[str]) -> NoReturn:
    """Replaces this process, so that signals and the exit code belong to the program itself."""
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execve(arguments[0], list(arguments), environment())


def python(*arguments: str) -> list[str]:
    """A command line for the virtual environment's Python."""
    return [sys.executable, *arguments]


def environment() -> dict[str, str]:
    """This process's own, with the virtual environment's programs first on PATH."""
    others = [
        path for path in os.environ.get("PATH", os.defpath).split(os.pathsep) if path != str(VENV_PROGRAMS)
    ]
    return {**os.environ, "PATH": os.pathsep.join([str(VENV_PROGRAMS), *others])}
