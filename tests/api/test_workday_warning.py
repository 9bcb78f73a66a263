"""A year without workdays is said when the service starts, and shown to whoever watches it."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from api.commands.migrate import run as migrate
from api.commands.serve import warn_of_missing_workdays
from api.settings import Settings, from_environment
from models.kernel.clock import freeze
from tests.server import serving


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return from_environment({"DATA_DIR": str(tmp_path)})


@pytest.mark.parametrize(("month", "warns"), [(10, False), (11, True)])
def test_the_missing_year_is_said_at_the_start(
    settings: Settings, capsys: pytest.CaptureFixture[str], month: int, warns: bool
) -> None:
    with freeze(datetime(2026, month, 15, tzinfo=UTC)):
        migrate(settings, Namespace())
        capsys.readouterr()
        warn_of_missing_workdays(settings)
    said = capsys.readouterr().out
    assert ("2027 年的工作日还没有录入" in said) is warns


async def test_metrics_name_the_missing_year(sqlite: str, tmp_path: Path) -> None:
    with serving(sqlite, tmp_path) as server:
        async with httpx.AsyncClient(base_url=server.http) as client:
            told = (await client.get("/metrics")).text
    (line,) = [one for one in told.splitlines() if one.startswith("zhiye_workdays_missing_year ")]
    assert float(line.split()[1]) > 0, "the test's database knows no year at all"
