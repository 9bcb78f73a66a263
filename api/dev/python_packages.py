"""Python packages, installed from the lock files and checked against their hashes."""

import sys
from enum import StrEnum

from api.dev.console import complain, say
from api.dev.paths import ROOT, VENV
from api.dev.processes import CommandFailed, capture, python
from api.dev.stamps import fingerprint, is_done, set_done

PACKAGES_PER_PROGRESS_LINE = 10


class Lock(StrEnum):
    """The lock files and what each is for."""

    RUNTIME = "requirements.lock"
    DEVELOPMENT = "requirements-dev.lock"
    NODE = "requirements-node.lock"


def install(lock: Lock) -> None:
    """Installs what the lock file names, unless this virtual environment already has it."""
    wanted = print_of(lock)
    if is_done(lock, wanted):
        return
    total = count_packages((ROOT / lock).read_text())
    say(f"Installing {total} Python packages from {lock} ...")
    run_pip(lock, Progress(total))
    set_done(lock, wanted)


def print_of(lock: Lock) -> str:
    """Changes with the lock file, and with the virtual environment when it is made anew."""
    if not (ROOT / lock).exists():
        raise CommandFailed(f"The lock file {lock} is missing. Write it with ./dev lock")
    made = VENV / "pyvenv.cfg"
    return fingerprint([ROOT / lock], str(made.stat().st_mtime_ns), sys.version)


def count_packages(lock_text: str) -> int:
    return sum(line[:1].isalnum() and "==" in line for line in lock_text.splitlines())


class Progress:
    """Turns pip's lines into one line for every ten packages."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.seen = 0

    def __call__(self, line: str) -> None:
        if line.startswith("Installing collected packages"):
            say("  all downloaded, unpacking ...")
        elif line.startswith("Collecting "):
            self.seen += 1
            if self.seen % PACKAGES_PER_PROGRESS_LINE == 0:
                say(f"  {self.seen} of {self.total}")


def run_pip(lock: Lock, progress: Progress) -> None:
    done = capture(
        python(
            "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off",
            "--no-deps", "--require-hashes", "-r", lock,
        ),
        each_line=progress,
    )  # fmt: skip
    if not done.passed:
        complain(done.output)
        raise CommandFailed(f"pip could not install {lock}; its own words stand above.")
