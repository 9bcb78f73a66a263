"""The page to try queries on: there in the demonstration only, and all of it from this service."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from graphql import build_schema, parse, validate

from api.app import make_app
from api.pages.web import GRAPHIQL, IMMUTABLE, SMALLEST_COMPRESSED
from api.settings import WEB_DIR, Settings
from tests.api import area
from tests.server import ROOT

EXAMPLE = ROOT / "web" / "graphiql" / "example.graphql"
ASSETS = re.compile(r'(?:src|href)="(/graphiql/assets/[^"]+)"')
LOADED_BY_PAGE = re.compile(r'(?:src|href)="([^"]+)"')
LOADED_BY_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?([^\"')]+)")
LOADED_BY_SCRIPT = re.compile(
    r"(?:\bimport|\bfrom|\bimport\(|\bimportScripts\(|\bfetch\(|new (?:Shared)?Worker\(|new URL\()\s*[\"'`]((?:https?:|wss?:)?//[^\"'`]+)"
)


@pytest.fixture(scope="module")
def built() -> Path:
    folder = WEB_DIR / GRAPHIQL
    if not (folder / "index.html").exists():
        pytest.skip("the web app is not built (npm run build in web/)")
    return folder


@asynccontextmanager
async def asking(folder: Path, *, demonstration: bool) -> AsyncIterator[httpx.AsyncClient]:
    """The application itself; its files need neither a database nor a socket."""
    settings = Settings(folder, f"sqlite://{folder}/zhiye.sqlite3", demonstration=demonstration)
    transport = httpx.ASGITransport(make_app(settings, (area,)))
    async with httpx.AsyncClient(transport=transport, base_url="http://zhiye.test") as client:
        yield client


async def test_the_demonstration_serves_the_page_and_its_files(built: Path, tmp_path: Path) -> None:
    async with asking(tmp_path, demonstration=True) as client:
        page = await client.get("/graphiql")
        assert page.status_code == 200 and page.headers["cache-control"] == "no-cache"
        names = ASSETS.findall(page.text)
        assert {Path(name).suffix for name in names} == {".js", ".css"}
        for name in names:
            asset = await client.get(name)
            assert (asset.status_code, asset.headers["cache-control"]) == (200, IMMUTABLE)
            small = int(asset.headers.get("content-length", 0)) < SMALLEST_COMPRESSED
            assert small or asset.headers["content-encoding"] == "gzip"


async def test_elsewhere_neither_is_there(built: Path, tmp_path: Path) -> None:
    async with asking(tmp_path, demonstration=False) as client:
        app = (await client.get("/")).text
        for path in ("/graphiql", "/graphiql/"):
            assert (await client.get(path)).text == app
        for path in (*names_below(built), "/index.html"):
            assert (await client.get(f"/graphiql/{path}")).status_code == 404


def names_below(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()]


def test_nothing_is_loaded_from_another_host(built: Path) -> None:
    assert all(address.startswith("/") for address in loaded(LOADED_BY_PAGE, built, "*.html"))
    assert all(
        address.startswith(("/graphiql/", "data:image/", "#"))
        for address in loaded(LOADED_BY_STYLE, built, "*.css")
    )
    assert loaded(LOADED_BY_SCRIPT, built, "*.js") == []


def loaded(pattern: re.Pattern[str], folder: Path, names: str) -> list[str]:
    files = list(folder.rglob(names))
    assert files, f"no {names} in the built page"
    return [address for file in files for address in pattern.findall(file.read_text())]


def test_the_example_fits_the_schema() -> None:
    schema = build_schema((ROOT / "schema.graphql").read_text())
    assert validate(schema, parse(EXAMPLE.read_text())) == []
