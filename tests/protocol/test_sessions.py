"""Signed in over sockets and HTTP: the token's end closes sockets, the cookie is believed from our pages only."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.kinds import AccountKind, AccountState
from models.people.sessions import viewer_of_session
from models.people.steps.sessions import Origin, end_session, open_session
from models.people.tables import Account, Person, Session
from tests.clients import Closed, raw_socket
from tests.server import Server, serving

KIND = {"query": "{ viewerKind }"}
NEVER = "subscription { never }"


@pytest.fixture
def server(sqlite: str, tmp_path: Path) -> Iterator[Server]:
    with serving(sqlite, tmp_path) as running:
        yield running


@unit_of_work
async def sign_in_somebody(unit: Unit) -> Session:
    person = await Person.create(name="王海宁")
    account = await Account.create(kind=AccountKind.PERSON, state=AccountState.ACTIVE, person=person)
    return await open_session(unit, account, Origin())


@pytest.fixture
async def session(sqlite: str) -> Session:
    return (await sign_in_somebody(SYSTEM_VIEWER)).value


async def end(session: Session) -> None:
    viewer = await viewer_of_session(session.id)
    assert viewer
    await end_session(viewer, id=session.id)


async def test_the_end_of_a_session_closes_its_sockets_and_no_others(
    server: Server, session: Session
) -> None:
    bearer = {"authorization": f"Bearer {session.token}"}
    async with raw_socket(server.ws, init=False) as own, raw_socket(server.ws) as other:
        await own.init(bearer)
        await own.subscribe("1", "{ viewerKind }")
        assert (await own.hear())["payload"]["data"] == {"viewerKind": "PERSON"}
        await own.subscribe("2", NEVER)
        await end(session)
        assert await own.hear_close() == 4403
        await other.subscribe("1", "{ viewerKind }")
        assert (await other.hear())["payload"]["data"] == {"viewerKind": "PUBLIC"}
    async with raw_socket(server.ws, init=False) as again:
        await again.say({"type": "connection_init", "payload": bearer})
        assert await again.hear_close() == 4403


async def test_the_cookie_signs_a_socket_in(server: Server, session: Session) -> None:
    cookie = {"Cookie": f"zhiye_session={session.token}"}
    async with raw_socket(server.ws, headers=cookie | {"Origin": server.http}) as socket:
        await socket.subscribe("1", "{ viewerKind }")
        assert (await socket.hear())["payload"]["data"] == {"viewerKind": "PERSON"}
    await end(session)
    with pytest.raises(Closed, match="4403"):
        async with raw_socket(server.ws, headers=cookie):
            pass


async def test_an_event_stream_of_an_ended_session_ends_with_its_code(
    server: Server, session: Session
) -> None:
    headers = {"authorization": f"Bearer {session.token}", "accept": "text/event-stream"}
    body = {"query": "subscription { nameGiven { kind } }"}
    async with (
        httpx.AsyncClient(base_url=server.http, timeout=20) as client,
        client.stream("POST", "/graphql", json=body, headers=headers) as stream,
    ):
        lines = stream.aiter_lines()
        assert await anext(lines) == "event: next"
        await end(session)
        rest = [line async for line in lines]
    assert any("UNAUTHENTICATED" in line for line in rest)
    assert "event: complete" in rest


async def test_bearer_and_cookie_over_http(server: Server, session: Session) -> None:
    async with httpx.AsyncClient(base_url=server.http) as client:
        bearer = await client.post(
            "/graphql", json=KIND, headers={"authorization": f"Bearer {session.token}"}
        )
        assert bearer.json()["data"] == {"viewerKind": "PERSON"}
        unknown = await client.post("/graphql", json=KIND, headers={"authorization": "Bearer none"})
        assert unknown.status_code == 401
        assert unknown.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        cookie = {"cookie": f"zhiye_session={session.token}"}
        for origin, status in ((server.http, 200), ("https://evil.example", 403), ("null", 403)):
            answer = await client.post("/graphql", json=KIND, headers=cookie | {"origin": origin})
            assert answer.status_code == status
        assert (await client.post("/graphql", json=KIND, headers=cookie)).status_code == 403
        await end(session)
        ended = await client.post("/graphql", json=KIND, headers=cookie | {"origin": server.http})
        assert ended.json()["data"] == {"viewerKind": "PUBLIC"}
        assert 'zhiye_session=""' in ended.headers["set-cookie"]


async def test_the_web_app_gets_a_cookie_in_place_of_the_token(server: Server) -> None:
    opening = {"query": 'mutation { openSession(token: "secret") }'}
    async with httpx.AsyncClient(base_url=server.http) as client:
        program = await client.post("/graphql", json=opening)
        assert program.json()["data"] == {"openSession": "secret"}
        assert "set-cookie" not in program.headers
        page = await client.post("/graphql", json=opening, headers={"X-Zhiye-Web": "1"})
        assert page.json()["data"] == {"openSession": None}
        cookie = page.headers["set-cookie"]
        assert (
            cookie.startswith("zhiye_session=secret;") and "HttpOnly" in cookie and "SameSite=lax" in cookie
        )
        closing = await client.post(
            "/graphql", json={"query": "mutation { closeSession }"}, headers={"Origin": server.http}
        )
        assert 'zhiye_session=""' in closing.headers["set-cookie"]
