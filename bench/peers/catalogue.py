"""The servers of a run, each with the command that starts it."""

import sys
from functools import cache
from pathlib import Path

from api.dev.processes import CommandFailed, capture
from bench.places import CACHE
from bench.processes import Server

SECRET = "a secret of the measurements"
SOCKETS = "20000"
OURS, HAND, STOCK, ARIADNE = "zhiye", "hand-written", "Strawberry", "Ariadne"
MERCURIUS, YOGA, POSTGRAPHILE = "Mercurius JIT", "yoga", "PostGraphile"
BROADCAST, GRAPHQL_WS = "websockets.broadcast", "graphql-ws"
NODE_FOLDER, ARIADNE_FOLDER = CACHE / "node", CACHE / "ariadne"


def ours(database_url: str, data_dir: Path, name: str = OURS) -> Server:
    """The program itself, as operators start it."""
    settings = {
        "DATABASE_URL": database_url, "DATA_DIR": str(data_dir), "SECRET": SECRET, "SOCKETS_PER_ADDRESS": SOCKETS,
    }  # fmt: skip
    return Server(name, (sys.executable, "-m", "api", "serve"), settings, ready="/readyz")


def hand_written(database_url: str) -> Server:
    return _module(HAND, "bench.peers.hand_written", database_url)


def stock(database_url: str) -> Server:
    return _module(STOCK, "bench.peers.stock", database_url)


def broadcast() -> Server:
    return _module(BROADCAST, "bench.peers.broadcast", "")


def ariadne(database_url: str) -> Server:
    python = str(ARIADNE_FOLDER / "bin" / "python")
    return _module(ARIADNE, "bench.peers.ariadne", database_url, python)


def mercurius(database_url: str) -> Server:
    return _node(MERCURIUS, "mercurius.mjs", database_url)


def yoga(database_url: str) -> Server:
    return _node(YOGA, "yoga.mjs", database_url)


def postgraphile(database_url: str) -> Server:
    return _node(POSTGRAPHILE, "postgraphile.mjs", database_url)


def graphql_ws() -> Server:
    return _node(GRAPHQL_WS, "graphql-ws.mjs", "")


def _module(name: str, module: str, database_url: str, python: str = sys.executable) -> Server:
    return Server(name, (python, "-m", module), {"DATABASE_URL": database_url})


def _node(name: str, file: str, database_url: str) -> Server:
    return Server(name, (_node_program(), file), {"DATABASE_URL": database_url}, directory=NODE_FOLDER)


@cache
def _node_program() -> str:
    """The program itself: `node` on the path may be a script that starts it, and that would be measured instead."""
    asked = capture(["node", "--print", "process.execPath"])
    if not asked.passed:
        raise CommandFailed(f"node does not say where it is: {asked.output}")
    return asked.output.strip()
