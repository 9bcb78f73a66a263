"""A service that serves the web app's documents only: known by hash from the start, everything else refused."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.settings import BadSetting, Settings, Trust, from_environment
from api.transport.trusted import MANIFEST, trusted_texts
from schema.plans.documents import hash_of
from tests.clients import raw_socket
from tests.server import Server, serving

TRUSTED = "query Trusted { hello }"
LIVE = "subscription Live { countDown }"
OTHER = "query Other { hello }"
REFUSED = "DOCUMENT_NOT_TRUSTED"
HEADER = {"GraphQL-Preflight": "1"}


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("strict")
    written(folder / "web", {hash_of(text): text for text in (TRUSTED, LIVE)})
    settings = {"MAKE_TABLES": "1", "WEB_DIR": str(folder / "web"), "TRUSTED_DOCUMENTS": "only"}
    with serving(f"sqlite://{folder}/zhiye.sqlite3", folder, **settings) as running:
        yield running


@pytest.fixture
async def client(strict: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=strict.http, timeout=30, headers=HEADER) as client:
        yield client


def written(web_dir: Path, manifest: object) -> Path:
    web_dir.mkdir(exist_ok=True)
    (web_dir / MANIFEST).write_text(json.dumps(manifest))
    return web_dir


def by_hash(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": hash_of(text)}}


async def test_what_was_built_in_is_known_by_its_hash_and_its_text(client: httpx.AsyncClient) -> None:
    for body in ({"extensions": by_hash(TRUSTED)}, {"query": TRUSTED}):
        answer = await client.post("/graphql", json=body)
        assert answer.json()["data"] == {"hello": "您好"}
    by_get = await client.get("/graphql", params={"extensions": json.dumps(by_hash(TRUSTED))})
    assert by_get.json()["data"] == {"hello": "您好"}


async def test_everything_else_is_refused_on_every_way(client: httpx.AsyncClient) -> None:
    asked = (
        client.post("/graphql", json={"query": OTHER}),
        client.post("/graphql", json={"query": OTHER, "extensions": by_hash(OTHER)}),
        client.post("/graphql", json={"query": OTHER}, headers={"accept": "text/event-stream"}),
        client.get("/graphql", params={"query": OTHER}),
        client.post("/graphql", json={"query": "{ broken"}),
    )
    for one in asked:
        answer = await one
        assert answer.status_code == 403
        (error,) = answer.json()["errors"]
        assert error["extensions"]["code"] == REFUSED
        assert "网页应用" in error["message"]
    unknown = await client.post("/graphql", json={"extensions": by_hash(OTHER)})
    assert unknown.json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"


async def test_over_a_socket_too(strict: Server) -> None:
    async with raw_socket(strict.ws) as socket:
        await socket.subscribe("1", OTHER)
        refused = await socket.hear()
        assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", REFUSED)
        payload = {"query": "", "extensions": by_hash(LIVE)}
        await socket.say({"id": "2", "type": "subscribe", "payload": payload})
        heard = [await socket.hear() for _ in range(4)]
        assert [one["payload"]["data"]["countDown"] for one in heard[:3]] == [3, 2, 1]


def of(web_dir: Path, trust: Trust) -> Settings:
    return Settings(data_dir=web_dir, database_url="sqlite://x", web_dir=web_dir, trusted_documents=trust)


def test_the_manifest_has_to_be_there_and_whole(tmp_path: Path) -> None:
    assert trusted_texts(of(tmp_path, Trust.ALL)) == []
    with pytest.raises(BadSetting, match="TRUSTED_DOCUMENTS"):
        trusted_texts(of(tmp_path, Trust.ONLY))
    for damaged in ({hash_of(TRUSTED): OTHER}, [TRUSTED]):
        with pytest.raises(BadSetting, match="已损坏"):
            trusted_texts(of(written(tmp_path, damaged), Trust.ALL))
    with pytest.raises(BadSetting, match="TRUSTED_DOCUMENTS"):
        from_environment({"TRUSTED_DOCUMENTS": "some"})
