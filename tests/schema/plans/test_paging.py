"""Every page of every order, filter and viewer against plain Python over the same rows; cursors that lie."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import orjson
import pytest

from models.kernel.viewer import Viewer, ViewerKind
from models.registration.kinds import RegistrationState
from models.registration.tables import Registration
from tests.schema.plans.conftest import ADMINISTRATOR, FIRST_MOMENT, Filled, Statements, ask, refused

PAGE = 3

WALK = """
query($first: Int!, $after: String, $filter: RegistrationFilter, $order: RegistrationOrder) {
  registrations(first: $first, after: $after, filter: $filter, orderBy: $order) {
    totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }
"""
NESTED = """
query($first: Int!, $after: String, $filter: RegistrationFilter, $order: RegistrationOrder) {
  persons(first: 100) { nodes { id
    registrations(first: $first, after: $after, filter: $filter, orderBy: $order) {
      totalCount edges { cursor node { id } } pageInfo { hasNextPage } } } } }
"""

Keeps = Callable[[Registration, Viewer], bool]

SINCE = FIRST_MOMENT + timedelta(seconds=3)
FILTERS: list[tuple[dict[str, Any] | None, Keeps]] = [
    (None, lambda row, viewer: True),
    ({}, lambda row, viewer: True),
    ({"states": []}, lambda row, viewer: False),
    (
        {"states": ["DRAFT", "RETURNED"]},
        lambda row, viewer: row.state in {RegistrationState.DRAFT, RegistrationState.RETURNED},
    ),
    ({"text": "李%"}, lambda row, viewer: "李%" in (row.name or "")),
    ({"text": "a"}, lambda row, viewer: "a" in (row.name or "").lower()),
    ({"number": "苏1"}, lambda row, viewer: (row.number or "").startswith("苏1")),
    ({"changedFrom": SINCE.isoformat()}, lambda row, viewer: row.updated_at >= SINCE),
    ({"own": True}, lambda row, viewer: row.applicant_id == viewer.person_id),
    (
        {"states": ["IN_REVIEW"], "changedFrom": SINCE.isoformat(), "text": None},
        lambda row, viewer: row.state is RegistrationState.IN_REVIEW and row.updated_at >= SINCE,
    ),
]
ORDERS: dict[str | None, tuple[Callable[[Registration], Any], bool]] = {
    None: (lambda row: (row.updated_at, row.id), True),
    "NEWEST": (lambda row: (row.updated_at, row.id), True),
    "OLDEST": (lambda row: (row.updated_at, row.id), False),
    "EDITION": (lambda row: (row.edition, row.version, row.id), False),
}


def seen(row: Registration, viewer: Viewer) -> bool:
    match viewer.kind:
        case ViewerKind.PERSON:
            return row.applicant_id == viewer.person_id
        case ViewerKind.REVIEWER:
            return row.authority_id == viewer.authority_id and row.state is not RegistrationState.DRAFT
    return viewer.kind is ViewerKind.ADMINISTRATOR


def expected(rows: list[Registration], viewer: Viewer, keeps: Keeps, order: str | None) -> list[str]:
    key, descending = ORDERS[order]
    kept = [row for row in rows if seen(row, viewer) and keeps(row, viewer)]
    return [row.global_id for row in sorted(kept, key=key, reverse=descending)]


async def test_every_page_is_what_plain_python_gives(database: str, filled: Filled) -> None:
    world = await filled(registrations=40, stages=0)
    pages = 0
    for viewer in world.viewers:
        for order in ORDERS:
            for chosen, keeps in FILTERS:
                wanted = expected(world.registrations, viewer, keeps, order)
                walked: list[str] = []
                after, more = None, True
                while more:
                    data = await ask(viewer, WALK, first=PAGE, after=after, filter=chosen, order=order)
                    found = data["registrations"]
                    walked += [node["id"] for node in found["nodes"]]
                    assert found["totalCount"] == len(wanted)
                    assert found["pageInfo"]["hasPreviousPage"] == (after is not None)
                    after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
                    pages += 1
                assert walked == wanted, (viewer, order, chosen)
    assert pages > 300


async def test_every_nested_page_is_what_plain_python_gives(database: str, filled: Filled) -> None:
    world = await filled(registrations=40, stages=0)
    for order in ORDERS:
        for chosen, keeps in FILTERS:
            wanted = expected(world.registrations, ADMINISTRATOR, keeps, order)
            owner = {row.global_id: f"per_{row.applicant_id}" for row in world.registrations}
            everything = await ask(ADMINISTRATOR, NESTED, first=100, filter=chosen, order=order)
            after = None
            for person in everything["persons"]["nodes"]:
                of_person = [id_ for id_ in wanted if owner[id_] == person["id"]]
                found = person["registrations"]
                assert [edge["node"]["id"] for edge in found["edges"]] == of_person
                assert found["totalCount"] == len(of_person)
                after = found["edges"][0]["cursor"] if found["edges"] else after
            if after is None:
                continue
            start = next(
                edge["node"]["id"]
                for person in everything["persons"]["nodes"]
                for edge in person["registrations"]["edges"]
                if edge["cursor"] == after
            )
            beyond = wanted[wanted.index(start) + 1 :]
            data = await ask(ADMINISTRATOR, NESTED, first=2, after=after, filter=chosen, order=order)
            for person in data["persons"]["nodes"]:
                rest = [id_ for id_ in beyond if owner[id_] == person["id"]]
                found = person["registrations"]
                assert [edge["node"]["id"] for edge in found["edges"]] == rest[:2]
                assert found["pageInfo"]["hasNextPage"] == (len(rest) > 2)


async def test_a_cursor_of_another_order_or_list_is_refused(sqlite: str, filled: Filled) -> None:
    await filled(registrations=5, stages=0)
    data = await ask(ADMINISTRATOR, WALK, first=2, order="NEWEST")
    after = data["registrations"]["pageInfo"]["endCursor"]
    code, message = await refused(ADMINISTRATOR, WALK, first=2, order="OLDEST", after=after)
    assert (code, "另一种排序" in message) == ("BAD_REQUEST", True)
    code, _ = await refused(
        ADMINISTRATOR, "query($after: String) {persons(first: 1, after: $after) {nodes {id}}}", after=after
    )
    assert code == "BAD_REQUEST"


@pytest.mark.parametrize("first", [0, -1, 101, 2**31 - 1])
async def test_a_page_size_out_of_range_is_refused(sqlite: str, first: int) -> None:
    code, message = await refused(ADMINISTRATOR, WALK, first=first)
    assert code == "BAD_REQUEST"
    assert "1 至 100" in message
    assert str(first) in message


async def test_first_is_required(sqlite: str) -> None:
    code, _ = await refused(ADMINISTRATOR, "{registrations {totalCount}}")
    assert code == "BAD_REQUEST"


async def test_cursors_that_nobody_gave_are_refused(database: str, filled: Filled) -> None:
    await filled(registrations=3, stages=0)
    data = await ask(ADMINISTRATOR, WALK, first=1, order="NEWEST")
    given = data["registrations"]["pageInfo"]["endCursor"]
    name, moment, key = orjson.loads(urlsafe_b64decode(given + "=" * (-len(given) % 4)))
    assert datetime.fromisoformat(moment)
    forged = [
        [name], [name, moment], [name, moment, key, key], [name, "x", key], [name, moment, "1"], [name, None, key],
        [name, moment, True], [name, moment, 2**63], [name, "2025-01-01T00:00:00", key], 5, {}, None, [],
    ]  # fmt: skip
    texts = ["x", "%%%", "é", "=", *(urlsafe_b64encode(orjson.dumps(each)).decode() for each in forged)]
    for text in texts:
        code, message = await refused(ADMINISTRATOR, WALK, first=1, order="NEWEST", after=text)
        assert (code, "after" in message) == ("BAD_REQUEST", True), text


async def test_only_what_is_asked_is_read(
    sqlite: str, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(registrations=5, stages=0)
    statements = Statements(monkeypatch)
    await ask(ADMINISTRATOR, "{registrations(first: 2) {nodes {id}}}")
    assert ["count(" in text for text in statements.texts if "journal" not in text] == [False]
    statements = Statements(monkeypatch)
    await ask(ADMINISTRATOR, "{registrations(first: 2) {totalCount}}")
    assert ["count(" in text for text in statements.texts if "journal" not in text] == [True]


async def test_the_head_is_read_before_the_page(
    sqlite: str, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(registrations=2, stages=0)
    statements = Statements(monkeypatch)
    data = await ask(ADMINISTRATOR, "{registrations(first: 2) {nodes {id} totalCount cursor}}")
    assert "journal" in statements.texts[0]
    assert len(statements) == 3
    assert data["registrations"]["cursor"]


async def test_text_with_nul_is_refused(database: str) -> None:
    code, message = await refused(ADMINISTRATOR, WALK, first=1, filter={"text": "a\0b"})
    assert (code, "U+0000" in message) == ("BAD_REQUEST", True)
