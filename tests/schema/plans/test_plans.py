"""What plans read and keep: statements by level, only asked columns, a bounded number of plans and documents."""

from random import Random
from typing import Any

import orjson
import pytest
from graphql import parse

from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from schema.common.context import Context
from schema.plans import documents as kept
from schema.plans import short_reads
from schema.plans.answering import answered
from schema.plans.documents import Documents, hash_of
from schema.plans.plan import Plan
from schema.plans.statement import Statement
from schema.plans.troubles import Unexpected, Unplanned
from schema.plans.variants import MOST_VARIANTS, Operation
from tests.schema.plans.area import SCHEMA
from tests.schema.plans.conftest import ADMINISTRATOR, CURSORS, Filled, ask
from tests.schema.plans.test_reading import EVERYTHING

TOKENS = 2000
NUMBERS = "query($n: Int!, $after: String) {registrations(first: $n, after: $after) {nodes {number} %s}}"


def operation_of(text: str) -> Operation:
    return Operation(SCHEMA, parse(text), None)


async def by_plan(operation: Operation, viewer: Viewer = ADMINISTRATOR, **variables: Any) -> Any:
    found = await answered(operation, variables, Context(viewer=viewer, cursors=CURSORS))
    return orjson.loads(orjson.dumps(found))


def plan_of(text: str, viewer: Viewer = ADMINISTRATOR, **variables: Any) -> Plan:
    operation = operation_of(text)
    return operation.plan(operation.binder.bind(variables).values, viewer)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts of what plans read on SQLite."""
    texts: list[str] = []
    real = short_reads.Reader.rows

    def noted(self: short_reads.Reader, statement: Statement, share: float) -> list[Any]:
        texts.append(statement.text)
        return real(self, statement, share)

    monkeypatch.setattr(short_reads.Reader, "rows", noted)
    return texts


async def test_statements_are_by_level_not_by_row(sqlite: str, filled: Filled, statements: list[str]) -> None:
    await filled(registrations=100, stages=2)
    operation, counts = operation_of(EVERYTHING), set()
    for first in (1, 10, 100):
        statements.clear()
        assert await by_plan(operation, first=first) == await ask(ADMINISTRATOR, EVERYTHING, first=first)
        counts.add(len(statements))
    assert len(counts) == 1, counts


async def test_only_what_is_asked_for_is_read(sqlite: str, filled: Filled, statements: list[str]) -> None:
    await filled(registrations=3)
    await by_plan(operation_of(NUMBERS % ""), n=2)
    (text,) = statements
    assert text.startswith('select "t"."number" from "registration" "t"')
    statements.clear()
    await by_plan(operation_of("{registrations(first: 3) {totalCount}}"))
    (text,) = statements
    assert text.startswith("select count(*)")


async def test_a_field_that_is_refused_is_not_even_read(sqlite: str, filled: Filled) -> None:
    world = await filled(registrations=3)
    text = "{registrations(first: 3) {nodes {identity}}}"
    for viewer, read in ((ADMINISTRATOR, True), (world.reviewer(), False)):
        (fetch,) = plan_of(text, viewer).fetches
        assert (("t", "identity_number") in fetch.columns) is read


async def test_all_levels_are_of_one_moment(sqlite: str, filled: Filled, statements: list[str]) -> None:
    await filled(registrations=3)
    text = "{registrations(first: 3) {cursor nodes {stages {place}}}}"
    assert await by_plan(operation_of(text)) == await ask(ADMINISTRATOR, text)
    assert "journal" in statements[0], "the head is read before any list"
    assert len(statements) == 3


async def test_what_a_plan_has_no_answer_for_is_left_to_graphql_core(database: str, filled: Filled) -> None:
    world = await filled(registrations=3)
    pages = operation_of(NUMBERS % "pageInfo {endCursor}")
    for variables in ({"n": 0}, {"n": 101}, {"n": 1, "after": "x"}, {"n": "1"}, {}):
        with pytest.raises(Unexpected):
            await by_plan(pages, **variables)
    assert len((await by_plan(pages, n=2))["registrations"]["nodes"]) == 2
    with pytest.raises(Unplanned):
        await by_plan(operation_of("{registrations(first: 1) {nodes {edition}}}"), world.applicant())
    with pytest.raises(Unplanned):
        await by_plan(operation_of("{__schema {queryType {name}}}"))


async def test_requests_that_differ_in_texts_only_do_not_share_them(database: str, filled: Filled) -> None:
    await filled(registrations=20)
    text = NUMBERS % "pageInfo {endCursor}"
    operation, after, seen = operation_of(text), None, []
    for _ in range(5):
        page = await by_plan(operation, n=4, after=after)
        assert page == await ask(ADMINISTRATOR, text, n=4, after=after)
        after = page["registrations"]["pageInfo"]["endCursor"]
        seen.append(orjson.dumps(page))
    assert len(set(seen)) == 5
    assert await by_plan(operation, n=4, after=None) == orjson.loads(seen[0])


async def test_plans_of_one_operation_are_bounded(sqlite: str, filled: Filled) -> None:
    await filled(registrations=3)
    switches = [f"s{at}" for at in range(8)]
    fields = " ".join(f"{name}: number @include(if: ${name})" for name in switches)
    head = ", ".join(f"${name}: Boolean!" for name in switches)
    text = f"query({head}) {{registrations(first: 2) {{nodes {{id {fields}}}}}}}"
    operation, random, unplanned = operation_of(text), Random(5), 0
    for _ in range(200):
        chosen: dict[str, Any] = {name: random.random() < 0.5 for name in switches}
        try:
            assert await by_plan(operation, **chosen) == await ask(ADMINISTRATOR, text, **chosen)
        except Unplanned:
            unplanned += 1
    assert len(operation._plans) == MOST_VARIANTS
    assert unplanned > 0


async def test_documents_are_known_by_text_and_hash_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_DOCUMENTS", 3)
    trusted = "{registrations(first: 1) {totalCount}}"
    documents = Documents(SCHEMA, TOKENS, [trusted])
    texts = [f"{{registrations(first: {at}) {{totalCount}}}}" for at in range(2, 9)]
    for text in texts:
        assert documents.find(text) is documents.find(text) is not None
        assert documents.learn(hash_of(text), text)
    assert documents.text_of(hash_of(trusted)) == trusted
    assert [documents.text_of(hash_of(text)) is None for text in texts] == [True] * 4 + [False] * 3
    assert not documents.learn(hash_of(trusted), texts[0])
    assert documents.find("{nothing}") is None
    assert documents.find("{") is None
    assert documents.find("{" + "a" * TOKENS) is None


async def test_where_nobody_may_see_anything_nothing_is_asked(
    sqlite: str, filled: Filled, statements: list[str]
) -> None:
    await filled(registrations=3)
    found = await by_plan(operation_of(NUMBERS % ""), PUBLIC_VIEWER, n=2)
    assert found == {"registrations": {"nodes": []}}
    assert not statements
