"""What is let in over HTTP, and what is not: bodies, methods, GET, limits, masking."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.server import Server

JSON = {"content-type": "application/json"}
TOO_MANY_ALIASES = "{" + " ".join(f"a{n}: hello" for n in range(31)) + "}"
DOUBLING = (
    "query { ...F0 } "
    + " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(120))
    + " fragment F120 on Query { hello }"
)


@pytest.fixture
async def client(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.http, timeout=30) as client:
        yield client


async def code_of(client: httpx.AsyncClient, query: str, **variables: Any) -> str:
    answer = await client.post("/graphql", json={"query": query, "variables": variables})
    (error,) = answer.json()["errors"][:1]
    return str(error["extensions"]["code"])


@pytest.mark.parametrize(
    "body",
    [
        "5",
        '"x"',
        "null",
        "[]",
        "{",
        "",
        "[" * 100_000,
        '{"query": 5}',
        '{"query": "{hello}", "variables": "x"}',
    ],
    ids=["number", "text", "null", "array", "broken", "empty", "deep", "query", "variables"],
)
async def test_wrong_bodies_are_400_with_a_code(client: httpx.AsyncClient, body: str) -> None:
    answer = await client.post("/graphql", content=body, headers=JSON)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def test_batches_forms_and_uploads_are_refused(client: httpx.AsyncClient) -> None:
    query = 'mutation { namePerson(name: "x") { id } }'
    assert (await client.post("/graphql", json=[{"query": "{ hello }"}] * 2)).status_code == 400
    assert (await client.post("/graphql", data={"query": query})).status_code == 400
    operations = json.dumps({"query": query})
    assert (await client.post("/graphql", files={"operations": (None, operations)})).status_code == 400
    plain = await client.post("/graphql", content=operations, headers={"content-type": "text/plain"})
    assert plain.status_code == 400


async def test_get_asks_only_with_a_header_and_never_changes_anything(client: httpx.AsyncClient) -> None:
    header = {"GraphQL-Preflight": "1"}
    assert (await client.get("/graphql", params={"query": "{ hello }"})).status_code == 400
    asked = await client.get("/graphql", params={"query": "{ hello }"}, headers=header)
    assert asked.json()["data"] == {"hello": "您好"}
    mutation = {"query": 'mutation { namePerson(name: "x") { id } }'}
    for accept in ("application/json", "text/event-stream"):
        changed = await client.get("/graphql", params=mutation, headers=header | {"accept": accept})
        assert '"id"' not in changed.text
    assert (await client.put("/graphql", json=mutation)).status_code == 405


async def test_a_body_over_1_mib_and_a_query_over_64_kib_are_refused(client: httpx.AsyncClient) -> None:
    large = json.dumps({"query": "{ hello }", "variables": {"x": "x" * 1_100_000}})
    assert (await client.post("/graphql", content=large, headers=JSON)).status_code == 413

    async def unannounced() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * 100_000

    assert (await client.post("/graphql", content=unannounced(), headers=JSON)).status_code == 413
    long = f'{{ hello(name: "{"x" * 70_000}") }}'
    assert (await client.post("/graphql", json={"query": long})).status_code == 413


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (TOO_MANY_ALIASES, "TOO_COSTLY"),
        ("{ twig " + "{ twig " * 15 + "{ name }" + "}" * 16, "TOO_COSTLY"),
        ("{ twig { twigs(first: 100) { twigs(first: 100) { name } } } }", "TOO_COSTLY"),
        ('mutation { a: guess(code: "1") b: guess(code: "2") }', "TOO_COSTLY"),
        ('mutation { ...G guess(code: "2") } fragment G on Mutation { a: guess(code: "1") }', "TOO_COSTLY"),
        ("{ " + "hello " * 2100 + "}", "BAD_REQUEST"),
        ("{ hello " + "@include(if: true) " * 700 + "}", "BAD_REQUEST"),
        ("{" * 100_000, "TOO_COSTLY"),
        ("{ __schema { types { name } } }", "FORBIDDEN"),
        ('{ a: __type(name: "Query") { name } }', "FORBIDDEN"),
        ("{ helo }", "BAD_REQUEST"),
        ("{ forbidden }", "FORBIDDEN"),
    ],
    ids=[
        "aliases",
        "depth",
        "cost",
        "sensitive twice",
        "sensitive in fragment",
        "duplicates",
        "directives",
        "nesting",
        "introspection",
        "aliased introspection",
        "unknown field",
        "fault",
    ],
)
async def test_what_is_too_much_or_wrong_has_its_code(
    client: httpx.AsyncClient, query: str, code: str
) -> None:
    assert await code_of(client, query) == code


async def test_variables_count_for_the_cost(client: httpx.AsyncClient) -> None:
    query = "query ($n: Int!) { twig { twigs(first: $n) { twigs(first: $n) { name } } } }"
    assert await code_of(client, query, n=100) == "TOO_COSTLY"
    answer = (await client.post("/graphql", json={"query": query, "variables": {"n": 2}})).json()
    assert answer["extensions"]["cost"] == {"requested": 8, "limit": 2000}


async def test_fragments_that_double_are_measured_at_once(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": DOUBLING})
    assert answer.status_code == 200


async def test_no_suggestions_and_no_secrets(client: httpx.AsyncClient) -> None:
    wrong = await client.post("/graphql", json={"query": "{ helo }"})
    assert "hello" not in wrong.text.replace("helo", "")
    failed = (await client.post("/graphql", json={"query": "{ fail }"})).json()
    assert failed["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert failed["errors"][0]["extensions"]["reference"]
    assert "secret" not in json.dumps(failed)


async def test_one_guess_is_let_through(client: httpx.AsyncClient) -> None:
    assert await code_of(client, 'mutation { guess(code: "1") }') not in {"TOO_COSTLY", "BAD_REQUEST"}


async def test_security_headers_stand_on_every_answer(client: httpx.AsyncClient) -> None:
    for path in ("/healthz", "/verify", "/", "/nothing.txt"):
        headers = (await client.get(path)).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


async def test_pages_of_the_demonstration_do_not_exist_elsewhere(client: httpx.AsyncClient) -> None:
    page = (await client.get("/")).text
    for path in ("/outbox", "/graphiql"):
        assert (await client.get(path)).text == page


async def test_metrics_health_and_readiness(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert (await client.get("/readyz")).json()["database"] is True
    metrics = (await client.get("/metrics")).text
    assert 'zhiye_requests_total{route="/healthz",status="200"}' in metrics
    assert "zhiye_journal_lag_seconds" in metrics
