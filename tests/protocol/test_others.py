"""Suites and clients that others wrote, unchanged, against a running server."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.server import Server, serving

HERE = Path(__file__).parent
AUDITS = 61
TIMEOUT_SECONDS = 120

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def packages() -> None:
    """The packages of the lock file, installed once."""
    if not (HERE / "node_modules").exists():
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "ci", "--ignore-scripts"], cwd=HERE, check=True, timeout=TIMEOUT_SECONDS)


def told_by(script: str, url: str) -> Any:
    """What a script prints: one line of JSON."""
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, script, url], cwd=HERE, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.usefixtures("packages")
def test_all_audits_of_graphql_http_are_ok(tmp_path: Path) -> None:
    """In the demonstration: one audit asks for a type by introspection, which strangers may not do elsewhere."""
    url = f"sqlite://{tmp_path}/zhiye.sqlite3"
    with serving(url, tmp_path, MAKE_TABLES="1", DEMONSTRATION="1") as server:
        told = told_by("http_audit.mjs", f"{server.http}/graphql")
    assert told == {"audits": AUDITS, "wrong": []}


@pytest.mark.usefixtures("packages")
def test_graphql_ws_connects_subscribes_and_resumes_after_cuts(server: Server) -> None:
    assert told_by("ws_client.mjs", server.ws) == {
        "query": {"data": {"hello": "您好"}},
        "invalid": "BAD_REQUEST",
        "syntax": "BAD_REQUEST",
        "names": [f"w{number}" for number in range(6)],
        "sockets": True,
    }


@pytest.mark.usefixtures("packages")
def test_graphql_sse_subscribes_and_goes_on_from_a_cursor(server: Server) -> None:
    told = told_by("sse_client.mjs", f"{server.http}/graphql")
    assert told["query"]["data"] == {"hello": "您好"}
    assert told["invalid"] == "BAD_REQUEST"
    assert told["names"] == [f"s{number}" for number in range(4)]
