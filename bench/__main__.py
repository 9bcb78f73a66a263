"""`python -m bench`, by way of `./dev bench`."""

import argparse
import asyncio
import fcntl
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from api.dev.console import complain, say
from api.dev.paths import ROOT
from bench import machine, results, smoke
from bench.data.cast import Size
from bench.data.writing import connected
from bench.measure.form import FULL, LARGEST_SIZE, QUICK, Form
from bench.measure.soak import soak
from bench.peers import install
from bench.places import CACHE, CHART, PAGE
from bench.report import page, tables
from bench.sections import SECTIONS, Setting
from bench.settings import duration, parse

SHOWN = {
    "page": tables.pages,
    "postgres": tables.over_postgres,
    "fanout": tables.fan_outs,
    "steps": tables.steps,
    "journal": tables.journal,
    "different": tables.different,
    "announcing": tables.announced,
    "importing": tables.imported,
    "size": tables.sizes,
}


def main(arguments: list[str]) -> int:
    given = parse(arguments)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if shutil.which("taskset") is None:
        complain("The program taskset (Debian package util-linux) is needed to hold servers on a core.")
        return 1
    # Ended from outside it still ends its servers and drops its databases.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        with alone():
            return _measure(given)
    except BlockingIOError:
        complain("Another ./dev bench is at work in this checkout; two would measure each other.")
        return 1


def _measure(given: argparse.Namespace) -> int:
    if given.smoke:
        return smoke.smoke()
    if given.soak:
        return _soak(given.soak, Size(given.scale))
    form = QUICK if given.quick else FULL
    if given.million:
        form = replace(form, sizes=(*form.sizes, LARGEST_SIZE))
    peers = frozenset() if given.no_peers else frozenset(install.provide())
    setting = Setting(form, Size(given.scale), peers, _reachable(given.postgres))
    return run(form, setting, given.only or list(SECTIONS))


@contextmanager
def alone() -> Iterator[None]:
    """:raises BlockingIOError: another run holds this checkout."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def run(form: Form, setting: Setting, names: list[str]) -> int:
    """1 when a section failed: what others measured is kept, and the page written."""
    found = results.earlier()
    found.machine = machine.described() | {"busy": "yes" if machine.busy() else "no"}
    failed = [name for name in names if not _measured(form, setting, name, found)]
    page.write(found)
    say(tables.targets(found))
    say(f"Written: {PAGE.relative_to(ROOT)} and {CHART.relative_to(ROOT)}")
    if failed:
        complain(f"Failed, with their earlier figures kept: {', '.join(failed)}")
    return 1 if failed else 0


def _measured(form: Form, setting: Setting, name: str, found: results.Results) -> bool:
    began = time.monotonic()
    say(f"-- {name} ({form.name}) ...")
    try:
        SECTIONS[name](setting, found)
    except Exception as error:
        complain(f"   {name} failed: {type(error).__name__}: {error}")
        return False
    found.save()
    say(SHOWN[name](found) or "   not measured: it needs PostgreSQL, and postgres needs PostGraphile\n")
    say(f"   {time.monotonic() - began:.0f} s")
    return True


def _soak(seconds: float, size: Size) -> int:
    say(f"-- soak for {seconds:.0f} s ...")
    found = soak(seconds, CACHE / "work" / "soak", size)
    known = results.earlier()
    known.put("soak", duration(seconds), [found])
    known.save()
    page.write(known)
    say(tables.memory_line(found))
    first, last = found.memory_kb[0], found.memory_kb[-1]
    say(
        f"   {found.pages:,} pages and {found.steps:,} steps answered; memory {first:,} KB at first, {last:,} KB at last"
    )
    say(
        f"   growth over the second half {found.growth:.1%}, at most {found.limit:.0%}: {'flat' if found.flat else 'NOT FLAT'}"
    )
    return 0 if found.flat else 1


def _reachable(url: str) -> str | None:
    async def ask() -> None:
        async with connected(url):
            return

    try:
        asyncio.run(ask())
    except (OSError, TimeoutError):
        say("PostgreSQL does not answer: the sections postgres, journal and different are left out.")
        return None
    return url


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
