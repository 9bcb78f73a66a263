"""`python -m api start`, as `./dev run` starts it: nothing prepared beforehand, nothing done twice."""

import asyncio
import signal
import sqlite3
from pathlib import Path

import httpx
import pytest

from tests.api.test_commands import run
from tests.server import Server, free_port
from tests.sites import settle
from tests.waiting import looked_for


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(f"sqlite://{tmp_path}/zhiye.sqlite3", tmp_path, program=("api", "start"))


def test_an_empty_folder_becomes_a_served_site_and_a_second_start_finds_it(
    server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    said = []
    for _ in range(2):
        server.start()
        try:
            assert httpx.get(f"{server.http}/verify").status_code == 200
        finally:
            server.stop()
        said.append(capfd.readouterr().out)
    assert "建立或更新数据库的表" in said[0] and "建立或更新数据库的表" not in said[1]
    assert "演示账号" not in said[0], "the demonstration is loaded where it is asked for"
    with sqlite3.connect(server.data_dir / "zhiye.sqlite3") as database:
        (provinces,) = database.execute("select count(*) from region where parent_id is null").fetchone()
        (epochs,) = database.execute("select count(*) from journal_epoch").fetchone()
    assert (provinces > 30, epochs) == (True, 1)


def test_pressing_ctrl_c_ends_it_without_a_stack(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    server.start()
    # 0 where whoever started the tests does not heed Ctrl+C, as with `nohup`
    assert server.stop(by=signal.SIGINT) in (0, 128 + signal.SIGINT)
    assert "Traceback" not in capfd.readouterr().err


def test_it_is_ready_before_printing_is_and_unready_when_printing_cannot_start(server: Server) -> None:
    server.settings["PATH"] = "/nonexistent"
    server.start()
    try:

        def unready() -> httpx.Response | None:
            answer = httpx.get(f"{server.http}/readyz")
            return answer if answer.status_code == 503 else None

        told = looked_for(unready).json()
        assert (told["database"], told["printing"]) == (True, "failed")
        assert httpx.get(f"{server.http}/healthz").status_code == 200
    finally:
        server.kill()


def test_a_demonstration_that_was_cut_short_is_not_served(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/zhiye.sqlite3"
    asyncio.run(settle(url))
    settings = {
        "DATABASE_URL": url,
        "DATA_DIR": str(tmp_path),
        "PORT": str(free_port()),
        "DEMONSTRATION": "1",
    }
    done = run("start", settings=settings)
    assert done.returncode == 1 and "请删除数据目录" in done.stderr and "Traceback" not in done.stderr
