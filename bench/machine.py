"""What it ran on: figures without their machine say nothing."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from api.dev.processes import capture
from bench.peers import install

PACKAGES = (
    "strawberry-graphql", "graphql-core", "tortoise-orm", "aiosqlite", "asyncpg", "starlette", "uvicorn",
    "websockets", "orjson",
)  # fmt: skip


def described() -> dict[str, str]:
    """Facts by name, in the order in which the page shows them."""
    facts = {
        "when": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "load before": " ".join(f"{one:.1f}" for one in os.getloadavg()),
        "system": f"Linux {platform.release()}",
        "commit": capture(["git", "rev-parse", "--short", "HEAD"]).output.strip(),
        "Python": platform.python_version(),
        "Node": capture(["node", "--version"]).output.strip().removeprefix("v"),
        "SQLite": sqlite3.sqlite_version,
    }
    python = {name: version(name) for name in PACKAGES}
    return facts | {
        "packages": ", ".join(f"{name} {number}" for name, number in (python | install.versions()).items())
    }


def busy() -> bool:
    """Is somebody else at work here? Then the figures are to be read as ratios only, if at all."""
    return os.getloadavg()[0] > (os.cpu_count() or 1) / 2


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
