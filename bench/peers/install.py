"""Peers by their ordinary clients, into a folder that git does not carry: exactly what the lock files name."""

import shutil
import sys
from pathlib import Path

from api.dev import node
from api.dev.console import complain, say
from api.dev.processes import Finished, capture
from api.dev.stamps import is_done, set_done
from bench.peers.catalogue import (
    ARIADNE,
    ARIADNE_FOLDER,
    GRAPHQL_WS,
    MERCURIUS,
    NODE_FOLDER,
    POSTGRAPHILE,
    YOGA,
)
from bench.places import BENCH, CACHE, fingerprint

NODE_PEERS = (MERCURIUS, YOGA, POSTGRAPHILE, GRAPHQL_WS)
STAMPS = CACHE / "stamps"
NODE_SOURCES = BENCH / "peers" / "node"
PYTHON_LOCK = BENCH / "peers" / "ariadne" / "requirements.lock"


def provide() -> set[str]:
    """Names of the peers that could be installed; what failed is told, and the run goes on without it."""
    found: set[str] = set()
    if _node():
        found |= set(NODE_PEERS)
    if _ariadne():
        found.add(ARIADNE)
    return found


def _node() -> bool:
    node.provide()
    NODE_FOLDER.mkdir(parents=True, exist_ok=True)
    for file in NODE_SOURCES.iterdir():
        shutil.copy(file, NODE_FOLDER)
    wanted = fingerprint(NODE_SOURCES / "package-lock.json")
    if (NODE_FOLDER / "node_modules").exists() and is_done("node", wanted, cache=STAMPS):
        return True
    say("Installing the Node peers with npm ci (about a minute) ...")
    return _kept("node", wanted, capture(["npm", "ci", "--no-audit", "--no-fund"], directory=NODE_FOLDER))


def _ariadne() -> bool:
    wanted = fingerprint(PYTHON_LOCK)
    if ARIADNE_FOLDER.exists() and is_done("ariadne", wanted, cache=STAMPS):
        return True
    say("Installing Ariadne with pip ...")
    made = capture([sys.executable, "-m", "venv", "--clear", str(ARIADNE_FOLDER)])
    if not made.passed:
        return _kept("ariadne", wanted, made)
    pip = [str(ARIADNE_FOLDER / "bin" / "python"), "-m", "pip", "install", "--no-input", "--no-deps"]
    return _kept("ariadne", wanted, capture([*pip, "--require-hashes", "-r", str(PYTHON_LOCK)]))


def _kept(name: str, wanted: str, done: Finished) -> bool:
    if done.passed:
        set_done(name, wanted, cache=STAMPS)
    else:
        complain(f"{done.output[-2000:]}\nThe peers of {name} could not be installed; going on without them.")
    return done.passed


def versions() -> dict[str, str]:
    """Installed Node packages of the peers that the page names."""
    found = {}
    for package in ("mercurius", "graphql-yoga", "postgraphile", "graphql-ws", "ws", "graphql"):
        manifest = NODE_FOLDER / "node_modules" / package / "package.json"
        if manifest.exists():
            found[package] = _version(manifest)
    return found


def _version(manifest: Path) -> str:
    for line in manifest.read_text().splitlines():
        if line.strip().startswith('"version"'):
            return line.split('"')[3]
    return "?"
