"""The web app signs in and out by cookie, through the real schema."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people import passwords
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account, Person
from tests.server import Server, serving

SIGN_IN = """mutation ($input: SignInInput!) {
  signIn(input: $input) { token account { id } userErrors { message } } }"""
WHO = "{ viewer { account { id } } }"
PASSWORD = "Fresh-water-7"


@unit_of_work
async def somebody(unit: Unit, *, password_hash: str) -> Account:
    person = await Person.create(name="王海宁")
    return await Account.create(
        kind=AccountKind.PERSON,
        state=AccountState.ACTIVE,
        person=person,
        mobile="13800000000",
        password_hash=password_hash,
    )


@pytest.fixture
def server(sqlite: str, tmp_path: Path) -> Iterator[Server]:
    with serving(sqlite, tmp_path, WHOLE_SCHEMA="1") as running:
        yield running


async def test_sign_in_by_page_and_by_program(server: Server) -> None:
    account = (await somebody(SYSTEM_VIEWER, password_hash=await passwords.hashed(PASSWORD))).value
    sign_in = {"query": SIGN_IN, "variables": {"input": {"login": "13800000000", "password": PASSWORD}}}
    async with httpx.AsyncClient(base_url=server.http, timeout=20) as client:
        program = (await client.post("/graphql", json=sign_in)).json()["data"]["signIn"]
        assert program["token"] and program["account"] == {"id": account.global_id}
    page = {"X-Zhiye-Web": "1", "Origin": server.http}
    async with httpx.AsyncClient(base_url=server.http, headers=page, timeout=20) as client:
        answer = await client.post("/graphql", json=sign_in)
        assert answer.json()["data"]["signIn"] == {
            "token": None,
            "account": {"id": account.global_id},
            "userErrors": [],
        }
        who = await client.post("/graphql", json={"query": WHO})
        assert who.json()["data"]["viewer"] == {"account": {"id": account.global_id}}
        out = await client.post("/graphql", json={"query": "mutation { signOut { userErrors { message } } }"})
        assert out.json()["data"]["signOut"] == {"userErrors": []}
        assert "zhiye_session" not in client.cookies
        who = await client.post("/graphql", json={"query": WHO})
        assert who.json()["data"]["viewer"] == {"account": None}
