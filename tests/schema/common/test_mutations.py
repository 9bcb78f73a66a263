"""A step's outcome as a payload: the object as the viewer may see it, user errors, the cursor."""

from typing import Any

import pytest

from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.tables import Person
from schema.common.context import Context
from tests.schema.common.area import SCHEMA

CURSORS = Cursors(b"secret of the tests", epoch=1, horizon=START)

RENAME = """
mutation($input: RenameInput!) { rename(input: $input) {
  person { id title status version createdAt availableActions { action label ready findings { rule met } }
           events(first: 5) { nodes { id name summary facts { name value } subject { id } cursor
                                      actor { kind label account { id } authority { id } } } } }
  cursor
  userErrors { __typename code message path
    ... on InvalidField { received wanted } ... on UnmetRequirement { finding { rule law message parts { rule } } }
    ... on WrongState { event { name } } ... on Duplicate { existing { id } } ... on LimitReached { limit retryAt } }
} }
"""


@unit_of_work
async def make(unit: Unit, *, name: str) -> Person:
    return await Person.create(name=name)


async def person() -> tuple[Person, Viewer]:
    row = (await make(SYSTEM_VIEWER, name="王大")).value
    return row, Viewer(ViewerKind.PERSON, account_id=5, person_id=row.id)


async def execute(viewer: Viewer, text: str, **variables: Any) -> Any:
    return await SCHEMA.execute(text, variables, Context(viewer=viewer, cursors=CURSORS))


def named(row: Person, name: str, key: str = "k1") -> dict[str, str]:
    return {"id": row.global_id, "name": name, "idempotencyKey": key}


async def test_a_step_gives_its_object_its_cursor_and_its_history(database: str) -> None:
    row, viewer = await person()
    result = await execute(viewer, RENAME, input=named(row, "王小明"))
    assert result.errors is None
    given = result.data["rename"]
    assert given["userErrors"] == []
    assert given["person"]["title"] == "王小明先生"
    assert given["person"]["version"] == 2
    assert given["person"]["createdAt"].endswith("+08:00")
    assert given["person"]["availableActions"] == [
        {"action": "SIGN_OUT", "label": "退出", "ready": True, "findings": []},
        {
            "action": "SET_PASSWORD",
            "label": "设密码",
            "ready": False,
            "findings": [{"rule": "R2", "met": False}],
        },
    ]
    (event,) = given["person"]["events"]["nodes"]
    assert event["cursor"] == given["cursor"]
    assert event["name"] == "PASSWORD_CHANGED"
    assert event["summary"]
    assert event["facts"] == [{"name": "length", "value": "3"}]
    assert event["subject"] == {"id": row.global_id}
    assert event["actor"] == {"kind": "PERSON", "label": "本人", "account": None, "authority": None}


async def test_a_refusal_is_data_and_every_error_has_its_type(database: str) -> None:
    row, viewer = await person()
    await execute(viewer, RENAME, input=named(row, "王小明"))
    result = await execute(viewer, RENAME, input=named(row, "王", "k2"))
    assert result.errors is None
    given = result.data["rename"]
    assert (given["person"], given["cursor"]) == (None, None)
    invalid, unmet, wrong, duplicate, limit = given["userErrors"]
    assert invalid == {
        "__typename": "InvalidField", "code": "INVALID", "message": "填写的内容不合要求",
        "path": ["input", "name"], "received": "王", "wanted": "至少两个字",
    }  # fmt: skip
    assert unmet["finding"] == {"rule": "R1", "law": "第一条", "message": "名字太短", "parts": []}
    assert (wrong["__typename"], wrong["event"]) == ("WrongState", {"name": "PASSWORD_CHANGED"})
    assert duplicate["existing"] == {"id": row.global_id}
    assert (limit["code"], limit["limit"], limit["retryAt"]) == ("LIMIT_REACHED", 3, None)


async def test_an_error_without_a_type_of_its_own_says_its_code(sqlite: str) -> None:
    row, viewer = await person()
    await execute(viewer, RENAME, input=named(row, "王小明"))
    result = await execute(viewer, RENAME, input=named(row, "王小红"))
    (error,) = result.data["rename"]["userErrors"]
    assert (error["__typename"], error["code"]) == ("OtherError", "KEY_REUSED")


async def test_the_same_key_gives_the_same_answer(sqlite: str) -> None:
    row, viewer = await person()
    first = await execute(viewer, RENAME, input=named(row, "王小明"))
    again = await execute(viewer, RENAME, input=named(row, "王小明"))
    assert first.data == again.data


async def test_other_values_are_filled_by_name(sqlite: str) -> None:
    row, viewer = await person()
    text = "mutation($input: RenameInput!) {measure(input: $input) {length people {id title} cursor}}"
    result = await execute(viewer, text, input=named(row, "王小明"))
    assert result.errors is None
    assert result.data["measure"]["length"] == 3
    assert result.data["measure"]["people"] == [{"id": row.global_id, "title": "王小明先生"}]


async def test_two_steps_in_one_operation_each_read_their_own_state(sqlite: str) -> None:
    row, viewer = await person()
    text = """mutation($a: RenameInput!, $b: RenameInput!) {
        a: rename(input: $a) {person {title version}} b: rename(input: $b) {person {title version}}}"""
    result = await execute(viewer, text, a=named(row, "王甲", "a"), b=named(row, "王乙乙", "b"))
    assert result.data == {
        "a": {"person": {"title": "王甲先生", "version": 2}},
        "b": {"person": {"title": "王乙乙先生", "version": 3}},
    }


async def test_each_event_of_a_subscription_reads_anew(sqlite: str) -> None:
    row, viewer = await person()
    text = "subscription($id: ID!, $names: [String!]!) {renamed(id: $id, names: $names) {title version}}"
    stream = await SCHEMA.subscribe(
        text,
        {"id": row.global_id, "names": ["甲甲", "乙乙", "丙丙"]},
        Context(viewer=viewer, cursors=CURSORS),
    )
    seen = [result.data["renamed"]["version"] async for result in stream if result.data]
    assert seen == [2, 3, 4]


@pytest.mark.parametrize(
    ("viewer", "text", "code"),
    [
        (PUBLIC_VIEWER, "{secret}", "UNAUTHENTICATED"),
        (Viewer(ViewerKind.PERSON, account_id=1), "{secret}", "INTERNAL"),
        (PUBLIC_VIEWER, "{nothing}", "BAD_REQUEST"),
        (PUBLIC_VIEWER, "{", "BAD_REQUEST"),
        (PUBLIC_VIEWER, 'mutation {rename(input: {id: "per_1", name: "甲乙", idempotencyKey: "k"}) {cursor}}', "NOT_FOUND"),
    ],
)  # fmt: skip
async def test_faults_have_codes_and_hide_details(sqlite: str, viewer: Viewer, text: str, code: str) -> None:
    result = await execute(viewer, text)
    (error,) = result.errors
    assert error.extensions["code"] == code
    assert "detail" not in str(error.formatted)
    assert ("reference" in error.extensions) == (code == "INTERNAL")
