"""Subscribers who differ only in where they begin ask the same."""

from schema.common.words import shared_variables

BEGINS = "subscription ($from: Cursor, $id: ID) { a: changed(after: $from, id: $id) { id } }"
TWICE = "subscription ($from: Cursor) { changed(after: $from) { id ...F } } fragment F on X { x(y: $from) }"
LITERAL = 'subscription ($id: ID) { changed(after: "c", id: $id) { id } }'
CHOSEN = "subscription A($a: Cursor) { changed(after: $a) { id } } subscription B { changed { id } }"


def test_the_variable_that_only_says_where_to_begin_is_left_out() -> None:
    given = {"from": "c1", "id": "reg_1"}
    assert shared_variables(BEGINS, None, given) == {"id": "reg_1"}


def test_a_variable_that_is_used_elsewhere_too_stays() -> None:
    assert shared_variables(TWICE, None, {"from": "c1"}) == {"from": "c1"}


def test_without_such_a_variable_all_stay() -> None:
    assert shared_variables(LITERAL, None, {"id": "reg_1"}) == {"id": "reg_1"}
    assert shared_variables(CHOSEN, "B", {"a": "c1"}) == {"a": "c1"}
    assert shared_variables(CHOSEN, "A", {"a": "c1"}) == {}
