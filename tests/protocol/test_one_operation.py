"""A request means one operation: of several, the one it names (GraphQL specification, 6.1). On every transport."""

import httpx
import pytest

from tests.clients import raw_socket
from tests.server import Server

SEVERAL = "query First { hello } query Second { viewerKind }"
HALF_PAIR = (
    '{"query": "mutation ($t: String!) { namePerson(name: $t) { id } }", "variables": {"t": "\\ud800"}}'
)


async def answered(server: Server, accept: str, **body: object) -> httpx.Response:
    async with httpx.AsyncClient(base_url=server.http, timeout=30) as client:
        return await client.post("/graphql", json=body, headers={"accept": accept})


@pytest.mark.parametrize("accept", ["application/graphql-response+json", "application/json"])
async def test_over_http_nothing_runs_without_the_name(server: Server, accept: str) -> None:
    refused = await answered(server, accept, query=SEVERAL)
    assert refused.status_code == (400 if "response" in accept else 200)
    assert "data" not in refused.json()
    (error,) = refused.json()["errors"]
    assert (error["extensions"]["code"], "operationName" in error["message"]) == ("BAD_REQUEST", True)
    named = await answered(server, accept, query=SEVERAL, operationName="Second")
    assert named.json()["data"] == {"viewerKind": "PUBLIC"}


async def test_over_a_socket_nothing_runs_without_the_name(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.subscribe("1", SEVERAL)
        refused = await socket.hear()
        assert (refused["type"], refused["id"]) == ("error", "1")
        assert refused["payload"][0]["extensions"]["code"] == "BAD_REQUEST"
        payload = {"query": SEVERAL, "operationName": "First"}
        await socket.say({"id": "2", "type": "subscribe", "payload": payload})
        assert (await socket.hear())["payload"]["data"] == {"hello": "您好"}


async def test_in_an_event_stream_nothing_runs_without_the_name(server: Server) -> None:
    refused = await answered(server, "text/event-stream", query=SEVERAL)
    assert "BAD_REQUEST" in refused.text and "您好" not in refused.text
    named = await answered(server, "text/event-stream", query=SEVERAL, operationName="First")
    assert "您好" in named.text


async def test_half_a_surrogate_pair_and_nul_are_refused(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.http, timeout=30) as client:
        headers = {"content-type": "application/json"}
        for body in (HALF_PAIR, HALF_PAIR.replace("\\ud800", "\\u0000")):
            refused = await client.post("/graphql", content=body, headers=headers)
            assert refused.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
        literal = {"query": 'mutation { namePerson(name: "a\\u0000") { id } }'}
        refused = await client.post("/graphql", json=literal)
        assert refused.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
