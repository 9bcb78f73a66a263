"""One site for all journeys of a kind of database; each test brings people of its own."""

from collections.abc import Iterator

import pytest

from tests.server import Server
from tests.sites import site


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with site(request.param, tmp_path_factory.mktemp("site"), holders=True) as running:
        yield running
