"""What some tests need of the machine, and how to find out whether it is there.

Each function gives None when it is there, else the reason in one sentence.
"""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from api.dev.node import OLDEST_NODE_MAJOR, major
from api.dev.paths import WEB_PACKAGES

# The same variable that the database fixture reads.
POSTGRES_SERVER = urlsplit(os.environ.get("TEST_POSTGRES", "postgres://127.0.0.1:5432"))
POSTGRES = (POSTGRES_SERVER.hostname or "127.0.0.1", POSTGRES_SERVER.port or 5432)
REDIS = ("127.0.0.1", 6379)
ANSWER_TIMEOUT_SECONDS = 2.0
SSL_REQUEST = bytes.fromhex("00000008 04d2162f")  # PostgreSQL answers S or N before any sign-in
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def postgres() -> str | None:
    return None if answer(POSTGRES, SSL_REQUEST) in (b"S", b"N") else silent("PostgreSQL", POSTGRES)


def redis() -> str | None:
    # A server that asks for a password first answers -NOAUTH; one is there all the same.
    return None if answer(REDIS, b"PING\r\n") in (b"+", b"-") else silent("Redis", REDIS)


def browser() -> str | None:
    found = any(shutil.which(name) for name in CHROMIUM_NAMES)
    return None if found else "Chromium is not installed (Debian package chromium)"


def node() -> str | None:
    program = shutil.which("node")
    if not program or not shutil.which("npm"):
        return "Node is not installed"
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    if major(said) < OLDEST_NODE_MAJOR:
        return f"Node {OLDEST_NODE_MAJOR} or newer is needed, this is {said.strip() or 'broken'}"
    return None if WEB_PACKAGES.exists() else "the web packages are not installed (npm ci in web/)"


def breakable() -> str | None:
    missing = [name for name in ("initdb", "pg_ctl") if postgres_program(name) is None]
    missing += [] if shutil.which("redis-server") else ["redis-server"]
    return f"these programs are not installed: {', '.join(missing)}" if missing else None


def postgres_program(name: str) -> str | None:
    """On the path, or where Debian keeps the programs of each version."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(kept[-1]) if kept else None)


def answer(address: tuple[str, int], question: bytes) -> bytes:
    """First byte of the server's answer; empty when nobody answers."""
    try:
        with socket.create_connection(address, timeout=ANSWER_TIMEOUT_SECONDS) as connection:
            connection.sendall(question)
            return connection.recv(1)
    except OSError:
        return b""


def silent(server: str, address: tuple[str, int]) -> str:
    return f"no {server} server answers at {address[0]}:{address[1]}"


# Marker to the question it stands for.
NEEDS: dict[str, Callable[[], str | None]] = {
    "postgres": postgres,
    "redis": redis,
    "breakable": breakable,
    "browser": browser,
    "node": node,
}
