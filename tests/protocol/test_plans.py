"""Plans over HTTP: how an operation was run is said and counted; automatic persisted queries."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.clients import raw_socket
from tests.server import Server, serving
from tests.waiting import until

PLANNED = "{ hello }"


@pytest.fixture(scope="module")
def showing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server in demonstration mode, which says how it ran an operation."""
    folder: Path = tmp_path_factory.mktemp("server")
    with serving(f"sqlite://{folder}/zhiye.sqlite3", folder, MAKE_TABLES="1", DEMONSTRATION="1") as running:
        yield running


@pytest.fixture
async def client(showing: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=showing.http, timeout=30) as client:
        yield client


async def asked(client: httpx.AsyncClient, query: str | None = None, **more: Any) -> httpx.Response:
    return await client.post("/graphql", json=({"query": query} if query else {}) | more)


def persisted(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(text.encode()).hexdigest()}}


async def counted(client: httpx.AsyncClient) -> dict[str, float]:
    text = (await client.get("/metrics")).text
    return {way: float(many) for way, many in re.findall(r'zhiye_plan_total\{way="(\w+)"\} (\S+)', text)}


async def test_how_an_operation_was_run_is_shown_and_counted(client: httpx.AsyncClient) -> None:
    before = await counted(client)
    ways = []
    for query in (PLANNED, "{ __schema { queryType { name } } }", "{ events(first: 1) { more } }"):
        answer = (await asked(client, query)).json()
        ways.append(answer["extensions"]["plan"])
    assert ways == ["plan", "core", "fallback"]
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    after = await counted(client)
    assert all(after[way] == before.get(way, 0) + 1 for way in ways)


async def test_the_same_answer_with_and_without_a_plan(client: httpx.AsyncClient) -> None:
    planned = (await asked(client, PLANNED)).json()
    by_get = await client.get("/graphql", params={"query": PLANNED}, headers={"GraphQL-Preflight": "1"})
    assert by_get.json() == planned
    by_events = await client.post(
        "/graphql", json={"query": PLANNED}, headers={"accept": "text/event-stream"}
    )
    assert by_events.headers["content-type"].startswith("text/event-stream")
    assert events_of(by_events.text) == [("next", planned), ("complete", None)]


async def test_a_get_request_names_variables_operation_and_hash(client: httpx.AsyncClient) -> None:
    text = "query A { a: hello } query B($name: String!) { hello(name: $name) }"
    parameters = {"operationName": "B", "variables": '{"name": "李"}'}
    header = {"GraphQL-Preflight": "1"}
    for query in ({"query": text}, {}):
        extensions = {"extensions": json.dumps(persisted(text))}
        answer = await client.get("/graphql", params=parameters | query | extensions, headers=header)
        assert answer.json()["data"] == {"hello": "李好"}
        assert answer.json()["extensions"]["plan"] == "plan"
    broken = await client.get("/graphql", params={"query": text, "variables": "{"}, headers=header)
    assert broken.status_code == 400


async def test_a_socket_answers_by_plan_and_knows_hashes(showing: Server, client: httpx.AsyncClient) -> None:
    text = "query Socket { hello }"
    before = await counted(client)
    async with raw_socket(showing.ws) as socket:
        for payload in (
            {"query": text},
            {"query": text, "extensions": persisted(text)},
            {"extensions": persisted(text)},
            {"query": NAME_ONE},
        ):
            await socket.say({"id": "1", "type": "subscribe", "payload": payload})
            assert (await socket.hear())["payload"]["data"]
            assert await socket.hear() == {"id": "1", "type": "complete"}
        unknown = persisted("{ never { sent } }")
        await socket.say({"id": "2", "type": "subscribe", "payload": {"extensions": unknown}})
        refused = await socket.hear()
        assert (refused["type"], refused["id"]) == ("error", "2")
        assert refused["payload"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
    assert (await counted(client))["plan"] == before.get("plan", 0) + 4


async def test_frames_of_a_stream_by_itself_are_shown_by_plan(
    showing: Server, client: httpx.AsyncClient
) -> None:
    before = await counted(client)
    async with raw_socket(showing.ws) as socket:
        await socket.subscribe("s", "subscription { countDown }")
        heard = [await socket.hear() for _ in range(4)]
    assert [message["payload"]["data"] for message in heard[:3]] == [{"countDown": n} for n in (3, 2, 1)]
    assert (await counted(client))["plan"] == before.get("plan", 0) + 3


async def test_a_subscription_as_events_shares_the_hub(client: httpx.AsyncClient) -> None:
    body = {"query": "subscription { nameGiven { kind name } }"}
    headers = {"accept": "text/event-stream"}
    async with client.stream("POST", "/graphql", json=body, headers=headers) as stream:
        lines = stream.aiter_lines()
        first = [await anext(lines) for _ in range(2)]
        assert '"PROGRESS"' in first[1]
        await until(partial(shared, client))
        assert (await named(client, NAME_ONE))[0] == "plan"
        rest = [await anext(lines) for _ in range(4)]
    assert json.loads(rest[2].removeprefix("data: "))["data"]["nameGiven"] == {"kind": "EVENT", "name": "戊"}


async def shared(client: httpx.AsyncClient) -> bool:
    """Nobody follows the journal but the hub, which serves the subscription."""
    text = (await client.get("/metrics")).text
    return "zhiye_hub_members 1.0" in text


def events_of(text: str) -> list[tuple[str, Any]]:
    """Names of server-sent events, with their data."""
    found = re.findall(r"event: (\w+)\r\ndata: (.*)\r\n", text)
    return [(name, json.loads(data) if data else None) for name, data in found]


async def test_how_it_was_run_is_said_in_the_demonstration_only(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.http, timeout=30) as client:
        answer = (await asked(client, PLANNED)).json()
    assert answer["data"] == {"hello": "您好"}
    assert "plan" not in answer["extensions"]


async def test_a_text_is_known_by_its_hash_once_both_were_sent(client: httpx.AsyncClient) -> None:
    text = "query Known { hello }"
    unknown = await asked(client, extensions=persisted(text))
    assert unknown.status_code == 200
    (error,) = unknown.json()["errors"]
    assert error == {
        "message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"},
    }  # fmt: skip
    for query in (text, None):
        answer = await asked(client, query, extensions=persisted(text))
        assert answer.json()["data"] == {"hello": "您好"}
        assert answer.json()["extensions"]["plan"] == "plan"


@pytest.mark.parametrize(
    "extensions",
    [
        persisted("{ other }"),
        {"persistedQuery": {"version": 2, "sha256Hash": "x"}},
        {"persistedQuery": {"version": 1}},
    ],
    ids=["another hash", "another version", "no hash"],
)
async def test_a_wrong_hash_is_refused(client: httpx.AsyncClient, extensions: dict[str, Any]) -> None:
    answer = await asked(client, PLANNED, extensions=extensions)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def named(client: httpx.AsyncClient, query: str) -> tuple[str, Any]:
    """How a mutation was run, and the key of the person that it made."""
    answer = (await asked(client, query)).json()
    return answer["extensions"]["plan"], answer["data"] and answer["data"]["namePerson"]["id"]


async def test_a_mutation_is_shown_by_plan_and_its_step_runs_once(client: httpx.AsyncClient) -> None:
    way, first = await named(client, NAME_ONE)
    assert way == "plan"
    assert await named(client, NAME_ONE) == ("plan", first + 1)


async def test_what_a_plan_cannot_show_of_a_step_graphql_core_shows_without_running_it_again(
    client: httpx.AsyncClient,
) -> None:
    _, before = await named(client, NAME_ONE)
    answer = (await asked(client, 'mutation { namePerson(name: "己") { id broken } }')).json()
    assert answer["extensions"]["plan"] == "fallback"
    assert answer["data"] == {"namePerson": {"id": before + 1, "broken": None}}
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["code"]) == (["namePerson", "broken"], "INTERNAL")
    assert (await named(client, NAME_ONE))[1] == before + 2, "one step between"


async def test_several_steps_of_one_mutation_are_graphql_cores(client: httpx.AsyncClient) -> None:
    _, before = await named(client, NAME_ONE)
    both = 'mutation { namePerson(name: "甲") { id } b: namePerson(name: "乙") { id } }'
    assert await named(client, both) == ("core", before + 1)
    assert (await named(client, NAME_ONE))[1] == before + 3


NAME_ONE = 'mutation { namePerson(name: "戊") { id } }'
