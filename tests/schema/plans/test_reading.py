"""What declared fields give: objects, hidden objects, refused fields, by id and by node."""

import pytest

from models.kernel.events import EVENTS, Event, Told
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.people.tables import Person as PersonRow
from tests.schema.plans import area
from tests.schema.plans.conftest import ADMINISTRATOR, Filled, Statements, ask, refused

EVERYTHING = """
query($first: Int!) { registrations(first: $first) { totalCount cursor
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node {
    id number state updatedAt identity weight edition
    applicant { id name registrations(first: 2, orderBy: OLDEST) { totalCount nodes { id } } }
    filer { id name } authority { id name professions }
    authorities { id } stages { id place kind } lastStage { place } basic { name masked photo { id } }
    advice { reason choices { id } about { id } }
}}}}
"""


async def test_every_word_reads_its_rows(database: str, filled: Filled) -> None:
    world = await filled(registrations=30, stages=3)
    data = await ask(ADMINISTRATOR, EVERYTHING, first=100)
    nodes = [edge["node"] for edge in data["registrations"]["edges"]]
    assert data["registrations"]["totalCount"] == len(nodes) == 30
    rows = {row.global_id: row for row in world.registrations}
    for node in nodes:
        row = rows[node["id"]]
        assert node["number"] == row.number
        assert node["state"] == row.state.name
        assert node["updatedAt"].endswith("+08:00")
        assert node["applicant"] | {"registrations": None} == {
            "id": f"per_{row.applicant_id}",
            "name": next(person.name for person in world.persons if person.id == row.applicant_id),
            "registrations": None,
        }
        assert node["filer"]["id"] == node["applicant"]["id"]
        assert [stage["place"] for stage in node["stages"]] == [0, 1, 2]
        assert node["lastStage"] == {"place": 2}
        assert node["authorities"] == ([{"id": f"aut_{row.authority_id}"}] if row.authority_id else [])
        assert node["basic"]["masked"] == "****"
        assert node["basic"]["photo"] == (row.authority_id and {"id": f"aut_{row.authority_id}"})
        assert node["weight"] == row.id * 10
        assert node["advice"]["about"] == {"id": node["id"]}
        assert node["authority"] == (
            node["authority"] and node["authority"] | {"professions": ["FIRE_ENGINEER"]}
        )
        wanted = [f"aut_{row.authority_id}"] * 2 if row.authority_id else []
        assert [choice["id"] for choice in node["advice"]["choices"]] == wanted


async def test_statements_are_by_level_not_by_row(
    sqlite: str, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(registrations=100, stages=2)
    counts = set()
    for first in (1, 10, 100):
        area.LOADED_TIMES.clear()
        statements = Statements(monkeypatch)
        await ask(ADMINISTRATOR, EVERYTHING, first=first)
        counts.add(len(statements))
        assert [first] == area.LOADED_TIMES
    assert len(counts) == 1, counts


async def test_a_hidden_to_one_is_null_and_an_inherited_one_is_not(database: str, filled: Filled) -> None:
    world = await filled()
    data = await ask(world.reviewer(), "{registrations(first: 100) {nodes {id applicant {id} filer {id}}}}")
    verified = {f"per_{person.id}" for person in world.persons if person.real_name_verified}
    nodes = data["registrations"]["nodes"]
    assert {node["applicant"] is None for node in nodes} == {True, False}
    for node in nodes:
        assert (node["applicant"] is not None) == (node["filer"]["id"] in verified)


async def test_hidden_missing_foreign_and_malformed_ids_answer_alike(database: str, filled: Filled) -> None:
    world = await filled()
    viewer = world.applicant()
    own = next(row for row in world.registrations if row.applicant_id == viewer.person_id)
    other = next(row for row in world.registrations if row.applicant_id != viewer.person_id)
    ids = [own.global_id, other.global_id, "reg_999999", "per_x", "zzz_1", "", "reg_99999999999999999999"]
    data = await ask(viewer, "query($ids: [ID!]!) {nodes(ids: $ids) {id}}", ids=ids)
    assert data["nodes"] == [{"id": own.global_id}] + [None] * 6
    for id_ in ids[1:]:
        data = await ask(viewer, "query($id: ID!) {node(id: $id) {id} registration(id: $id) {id}}", id=id_)
        assert data == {"node": None, "registration": None}


async def test_an_outsider_gets_nothing(database: str, filled: Filled) -> None:
    world = await filled()
    ids = [row.global_id for row in [*world.persons, *world.authorities, *world.registrations, *world.stages]]
    for begin in range(0, len(ids), 100):
        data = await ask(
            PUBLIC_VIEWER, "query($ids: [ID!]!) {nodes(ids: $ids) {id}}", ids=ids[begin : begin + 100]
        )
        assert set(data["nodes"]) <= {None}
    data = await ask(
        PUBLIC_VIEWER,
        "{registrations(first: 5) {totalCount nodes {id} pageInfo {hasNextPage endCursor}} persons(first: 5)"
        " {totalCount edges {cursor}}}",
    )
    assert data["registrations"] == {
        "totalCount": 0, "nodes": [], "pageInfo": {"hasNextPage": False, "endCursor": None}
    }  # fmt: skip
    assert data["persons"] == {"totalCount": 0, "edges": []}


async def test_fields_refuse_by_null_or_by_error(sqlite: str, filled: Filled) -> None:
    world = await filled()
    viewer = world.applicant()
    data = await ask(viewer, "{registrations(first: 1) {nodes {identity}}}")
    assert data["registrations"]["nodes"] == [{"identity": None}]
    code, _ = await refused(viewer, "{registrations(first: 1) {nodes {edition}}}")
    assert code == "FORBIDDEN"


async def test_more_than_a_hundred_ids_are_refused(sqlite: str) -> None:
    code, message = await refused(
        ADMINISTRATOR, "query($ids: [ID!]!) {nodes(ids: $ids) {id}}", ids=["reg_1"] * 101
    )
    assert code == "BAD_REQUEST"
    assert "101" in message


async def test_an_interface_over_rows_shows_each_as_its_variant(database: str, filled: Filled) -> None:
    await filled(registrations=0)
    text = "{bodies(first: 9) {nodes {__typename id name ... on Ministry {kind} ... on Corps {shortName}}}}"
    nodes = (await ask(ADMINISTRATOR, text))["bodies"]["nodes"]
    assert [node["__typename"] for node in nodes] == ["Corps", "Corps", "Ministry"]
    assert nodes[2] == {"__typename": "Ministry", "id": "bod_1", "name": "机构0", "kind": "MINISTRY"}
    for id_, type_ in (("bod_1", "Ministry"), ("bod_2", "Corps")):
        data = await ask(ADMINISTRATOR, "query($id: ID!) {node(id: $id) {__typename}}", id=id_)
        assert data == {"node": {"__typename": type_}}


class Signed(Event):
    """签了名"""

    told = Told.PUBLIC


del EVENTS[Signed.name()]


@unit_of_work
async def sign(unit: Unit, *, id: int) -> None:
    unit.record(Signed(), await PersonRow.get(id=id))


async def test_a_union_is_found_by_kind_and_hidden_like_any_to_one(database: str, filled: Filled) -> None:
    world = await filled(registrations=0)
    person, other = world.persons[0].id, world.persons[1].id
    doers = [
        Viewer(ViewerKind.PERSON, account_id=person),
        Viewer(ViewerKind.PERSON, account_id=other),
        Viewer(ViewerKind.REVIEWER, account_id=world.authorities[0].id),
        Viewer(ViewerKind.SYSTEM),
    ]
    for doer in doers:
        await sign(doer, id=person)
    text = "{entries(first: 9) {nodes {doer {__typename ... on Person {id} ... on Authority {name}}}}}"
    data = await ask(world.applicant(), text)
    assert [node["doer"] for node in data["entries"]["nodes"]] == [
        {"__typename": "Person", "id": f"per_{person}"},
        None,
        {"__typename": "Authority", "name": "机构0"},
        None,
    ]
