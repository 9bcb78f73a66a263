"""Skipping what the machine lacks, and refusing to."""

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.plugins import availability, needs

SUITE = """
import pytest

def test_always(): pass

@pytest.mark.redis
def test_with_redis(): pass

@pytest.mark.xfail(reason="known")
def test_known(): assert False
"""
INI = "[pytest]\nmarkers =\n    postgres\n    redis\n    browser\n    node\n"
REASON = "no Redis server answers at 127.0.0.1:6379"


@pytest.fixture
def machine(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.Pytester]:
    """A machine that has everything but Redis."""
    everything = dict.fromkeys(needs.NEEDS, lambda: None)
    monkeypatch.setattr(availability, "NEEDS", {**everything, "redis": lambda: REASON})
    availability.why_missing.cache_clear()
    pytester.makefile(".ini", pytest=INI)
    pytester.makepyfile(SUITE)
    yield pytester
    availability.why_missing.cache_clear()


def run(machine: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return machine.runpytest("-p", "tests.plugins.availability", "-p", "no:asyncio", "-rs", *arguments)


def test_a_missing_server_skips_its_tests_and_says_why(machine: pytest.Pytester) -> None:
    finished = run(machine)
    finished.assert_outcomes(passed=1, skipped=1, xfailed=1)
    finished.stdout.fnmatch_lines(["postgres: available", f"redis: {REASON}", f"SKIPPED*{REASON}"])
    assert finished.ret == pytest.ExitCode.OK


def test_no_skips_makes_the_skip_a_failure(machine: pytest.Pytester) -> None:
    finished = run(machine, "--no-skips")
    finished.assert_outcomes(passed=1, errors=1, xfailed=1)
    finished.stdout.fnmatch_lines([f"*{REASON} (a skip is a failure in this run)"])
    assert finished.ret == pytest.ExitCode.TESTS_FAILED


def test_no_skips_refuses_a_module_that_skips_itself(machine: pytest.Pytester) -> None:
    machine.makepyfile(test_other="import pytest\npytest.skip('no printer', allow_module_level=True)\n")
    finished = run(machine, "--no-skips", "test_other.py")
    finished.assert_outcomes(errors=1)
    finished.stdout.fnmatch_lines(["*no printer (a skip is a failure in this run)*"])


@pytest.mark.parametrize(
    ("said", "there"), [(b"N", True), (b"S", True), (b"HTTP/1.1 400", False), (b"", False)]
)
def test_only_a_postgresql_server_counts_as_one(
    monkeypatch: pytest.MonkeyPatch, said: bytes, there: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=answer_once, args=(server, said), daemon=True).start()
        monkeypatch.setattr(needs, "POSTGRES", server.getsockname())
        assert (needs.postgres() is None) is there


def answer_once(server: socket.socket, said: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(64)
        connection.sendall(said)


def test_a_closed_port_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = server.getsockname()
    monkeypatch.setattr(needs, "REDIS", closed)
    assert needs.redis() == f"no Redis server answers at 127.0.0.1:{closed[1]}"


@pytest.mark.parametrize(
    ("version", "packages", "reason"),
    [
        ("v24.1.0", True, None),
        ("v20.20.2", True, "Node 22 or newer is needed, this is v20.20.2"),
        ("v24.1.0", False, "the web packages are not installed (npm ci in web/)"),
    ],
)
def test_node_must_be_new_enough_and_have_the_web_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, packages: bool, reason: str | None
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(needs, "WEB_PACKAGES", tmp_path if packages else tmp_path / "missing")
    assert needs.node() == reason
