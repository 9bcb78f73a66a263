"""A server of the test area for a module's tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.server import Server, serving


@pytest.fixture
async def server(sqlite: str, tmp_path: Path) -> AsyncIterator[Server]:
    """A running server on SQLite; the test's own process may read the database too."""
    async with serving(sqlite, tmp_path) as running:
        yield running
