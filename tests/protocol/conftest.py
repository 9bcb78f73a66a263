"""A server of the test area, one for each module of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server on SQLite."""
    folder: Path = tmp_path_factory.mktemp("server")
    with serving(f"sqlite://{folder}/zhiye.sqlite3", folder, MAKE_TABLES="1") as running:
        yield running
