"""The commands of `python -m api`, run as people run them."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.conftest import POSTGRES_SERVER, on_server
from tests.server import ROOT, free_port, serving


def run(*arguments: str, settings: dict[str, str], cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "api", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd), **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program in a folder of its own, so that migrations can be written into it."""
    for package in ("api", "models", "printing", "schema", "subscriptions"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite://{tmp_path}/empty.sqlite3"
        return
    name = f"zhiye_test_{uuid4().hex[:12]}"
    await on_server(f"create database {name}")
    yield f"{POSTGRES_SERVER}/{name}"
    await on_server(f"drop database {name} with (force)")


def test_migrations_are_written_once_and_applied_once(copy: Path, empty: str) -> None:
    settings = {"DATA_DIR": str(copy / "data"), "DATABASE_URL": empty, "SECRET": "a secret of the tests"}
    run("makemigrations", cwd=copy, settings=settings)
    first, second = (run("migrate", cwd=copy, settings=settings) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "已应用" in first.stdout and "已是最新" in second.stdout
    assert "没有变化" in run("makemigrations", cwd=copy, settings=settings).stdout


def test_a_second_server_on_the_same_sqlite_file_is_refused_with_advice(sqlite: str, tmp_path: Path) -> None:
    with serving(sqlite, tmp_path):
        settings = {"DATABASE_URL": sqlite, "DATA_DIR": str(tmp_path), "PORT": str(free_port())}
        second = run("serve", settings=settings)
        assert second.returncode == 1
        assert "PostgreSQL" in second.stderr and "Traceback" not in second.stderr
        assert run("journal", "verify", settings=settings).returncode == 0


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("PORT", "x"),
        ("PORT", "70000"),
        ("DEMONSTRATION", "perhaps"),
        ("DATABASE_URL", "mysql://x"),
        ("SECRET", "short"),
        ("CLAMD", "scanner"),
        ("CLAMD", "scanner:0"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_wanted(tmp_path: Path, setting: str, value: str) -> None:
    done = run("journal", "verify", settings={"DATA_DIR": str(tmp_path), setting: value})
    assert done.returncode == 1
    assert (setting in done.stderr and "须为" in done.stderr) or "至少" in done.stderr
    assert "Traceback" not in done.stderr
