"""What the environment decides reaches the part that it is for."""

from pathlib import Path

import pytest

from api.others import wake_ups_of
from api.settings import BadSetting, Wake, from_environment
from api.vaults import scanner_of
from models.files.scan import ClamdScanner, TestVirusScanner
from subscriptions.wake.memory import MemoryWakeUps
from subscriptions.wake.postgres import PostgresWakeUps
from subscriptions.wake.redis import RedisWakeUps

POSTGRES = {"DATABASE_URL": "postgres://zhiye@127.0.0.1/zhiye", "SECRET": "a secret of the tests"}


def test_clamd_is_used_where_it_is_named(tmp_path: Path) -> None:
    for address, host, port in (("scanner:3310", "scanner", 3310), ("[::1]:3310", "::1", 3310)):
        scanner = scanner_of(from_environment({"DATA_DIR": str(tmp_path), "CLAMD": address}))
        assert isinstance(scanner, ClamdScanner)
        assert (scanner.host, scanner.port) == (host, port)
    without = scanner_of(from_environment({"DATA_DIR": str(tmp_path)}))
    assert isinstance(without, TestVirusScanner)


def test_processes_wake_each_other_by_what_there_is() -> None:
    for environ, kind in (
        ({}, MemoryWakeUps),
        (POSTGRES, PostgresWakeUps),
        (POSTGRES | {"WAKE": "redis"}, RedisWakeUps),
        (POSTGRES | {"WAKE": "memory"}, MemoryWakeUps),
    ):
        assert isinstance(wake_ups_of(from_environment(environ)), kind)
    assert from_environment({"WAKE": "redis", "REDIS_URL": "rediss://r:6380/1"}).wake is Wake.REDIS


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"WAKE": "postgres"}, "DATABASE_URL"),
        ({"WAKE": "pigeon"}, "pigeon"),
        (POSTGRES | {"WAKE": "redis", "REDIS_URL": "http://r"}, "http:"),
    ],
)
def test_a_way_of_waking_that_cannot_be_is_refused_by_name(environ: dict[str, str], named: str) -> None:
    with pytest.raises(BadSetting, match=named):
        from_environment(environ)
