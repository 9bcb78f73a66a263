"""Each wrong declaration gives its sentence, all of them at once."""

import enum
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import strawberry
from tortoise.expressions import Q

from models.authorities.tables import Authority as AuthorityRow
from models.files.tables import StoredFile
from models.kernel.viewer import Viewer
from models.people.tables import Person as PersonRow
from models.registration.kinds import RegistrationState
from models.registration.tables import Registration as RegistrationRow
from schema.common.interfaces import Node
from schema.plans.binding import rows
from schema.plans.build import PlannedSchema
from schema.plans.check import WrongDeclarations
from schema.plans.connection import Connection
from schema.plans.declare import (
    by_id,
    column,
    computed,
    connection,
    first_of,
    listed,
    loaded,
    many,
    named,
    one,
    one_of,
    part,
    where,
)


def everything(viewer: Viewer) -> Q:
    return Q()


@rows(PersonRow, visible=everything, prefix="per", description="人员")
class Person(Node):
    name: str = column(description="姓名")


@rows(RegistrationRow, visible=everything, prefix="reg", description="注册申请")
class Case(Node):
    profession: str = column(description="执业资格")


@strawberry.type(description="没有行")
class Rowless:
    name: str = strawberry.field(description="名称")


@strawberry.enum(description="排序")
class Orders(enum.Enum):
    BY_NUMBER = "number"
    BY_NOTHING = "nothing"
    MIXED = ("-updated_at", "created_at")


@strawberry.input(description="筛选")
class Filter:
    nothing: str | None = where("nothing", description="没有的列")
    bare: str | None = strawberry.field(default=None, description="没有条件")


def gives_text(number: str | None) -> str | None:
    return number


def strange(surname: str) -> str:
    return surname


def not_async(viewer: Viewer, rows: list[Any]) -> list[int]:
    return [0 for _ in rows]


async def of_one_row(row: object) -> int:
    return 0


def registration(**declared: tuple[Any, Any]) -> list[str]:
    """What is wrong with a type over registrations that has these fields."""
    return _wrong(RegistrationRow, declared)


def _wrong(model: Any, declared: dict[str, tuple[Any, Any]], **more: Any) -> list[str]:
    bases = {
        "__annotations__": {name: type_ for name, (type_, _) in declared.items()},
        "__module__": __name__,
    }
    cls = type("Wrong", (), bases | {name: field for name, (_, field) in declared.items()})
    made: Any = rows(model, visible=everything, description="错的", **more)(cls)
    query = type("Query", (), {"__annotations__": {"wrong": made | None}, "wrong": part()})
    with pytest.raises(WrongDeclarations) as caught:
        PlannedSchema(strawberry.type(query))
    return [found for found in caught.value.found if not found.startswith("Query.")]


CASES: dict[str, tuple[Callable[[], dict[str, tuple[Any, Any]]], str]] = {
    "no such column": (lambda: {"a": (str, column("nothing"))}, "Registration has no column nothing"),
    "another type": (
        lambda: {"edition": (int, column())},
        "is int but the column edition is str",
    ),
    "another enum": (
        lambda: {"kind": (RegistrationState, column())},
        "is RegistrationState but the column kind is RegistrationKind",
    ),
    "a time is no text": (
        lambda: {"updated_at": (str, column())},
        "is str but the column updated_at is datetime",
    ),
    "not null over null": (
        lambda: {"submitted_at": (datetime, column())},
        "is not nullable but the column submitted_at is",
    ),
    "a relation": (lambda: {"applicant": (str, column())}, "applicant is a relation: declare it with one"),
    "a computed parameter": (
        lambda: {"a": (str, computed(strange))},
        "Registration has no column surname",
    ),
    "a computed null": (
        lambda: {"a": (str, computed(gives_text))},
        "is not nullable but gives_text may give None",
    ),
    "a computed type": (
        lambda: {"a": (int | None, computed(gives_text))},
        "is int but gives_text gives str",
    ),
    "loaded not async": (
        lambda: {"a": (int, loaded(not_async))},
        "is loaded by a function that is not async",
    ),
    "loaded by one row": (
        lambda: {"a": (int, loaded(of_one_row))},
        "is loaded by a function of row; it is given viewer, context and rows",
    ),
    "a to-one that may be hidden": (
        lambda: {"applicant": (Person, one())},
        "may be hidden: make it nullable, or say inherits=True if whoever sees this object sees that one",
    ),
    "an inherited to-one that may be null": (
        lambda: {"employer": (Person, one(inherits=True))},
        "is not nullable but the column employer_id is",
    ),
    "a to-one without a column": (
        lambda: {"friend": (Person | None, one())},
        "Registration has no column friend_id; one(key=...) names a key called otherwise",
    ),
    "a target without visibility": (
        lambda: {"applicant": (Rowless | None, one())},
        "Rowless is not declared with rows(..., visible=...)",
    ),
    "a union's column": (
        lambda: {"actor": (Person | None, one_of(person=Person))},
        "Registration has no column actor_kind",
    ),
    "a union's member": (
        lambda: {"actor": (Rowless | None, one_of(person=Rowless))},
        "Rowless is not declared with rows(..., visible=...)",
    ),
    "many of nothing": (
        lambda: {"friends": (list[Person], many())},
        "Registration has no column friends",
    ),
    "many by a parameter that is no column": (
        lambda: {"friends": (list[Person], many(lambda friend_ids: friend_ids))},
        "Registration has no column friend_ids",
    ),
    "named by nothing": (
        lambda: {"a": (Node | None, named("nothing"))},
        "Registration has no column nothing",
    ),
    "named not null": (lambda: {"a": (Node, named("number"))}, "may be hidden: make it nullable"),
    "a list's link": (
        lambda: {"a": (list[Person], listed("registration"))},
        "Person has no column registration",
    ),
    "a list that is none": (
        lambda: {"a": (Case | None, listed("applicant"))},
        "is listed but its type is no list",
    ),
    "a first that is required": (
        lambda: {"a": (Case, first_of("applicant"))},
        "may be absent: make it nullable",
    ),
    "a nullable order": (
        lambda: {"a": (list[Case], listed("applicant", order="number"))},
        "is ordered by number, which may be null; pages need an order column that is NOT NULL",
    ),
    "an order's column": (
        lambda: {"a": (Connection[Case], connection("applicant", order=Orders))},
        "Registration has no column nothing",
    ),
    "a mixed order": (
        lambda: {"a": (Connection[Case], connection("applicant", order=Orders))},
        "is ordered by -updated_at, created_at: all columns of an order go in one direction",
    ),
    "a filter's column": (
        lambda: {"a": (Connection[Case], connection("applicant", filter=Filter))},
        "filter Filter.nothing: Registration has no column nothing",
    ),
    "a filter without meaning": (
        lambda: {"a": (Connection[Case], connection("applicant", filter=Filter))},
        "filter Filter.bare means nothing: declare it with where",
    ),
    "refused by null": (
        lambda: {"edition": (str, column(allow=lambda viewer: False))},
        "is refused by null but is not nullable",
    ),
    "no source": (
        lambda: {"edition": (str, strawberry.field(description="规则版本"))},
        "says nowhere where its value comes from; declare it with column, computed, one ...",
    ),
    "by id not null": (lambda: {"a": (Case, by_id())}, "may be hidden: make it nullable"),
    "a part with rows": (lambda: {"a": (Person, part())}, "is a part but Person has rows of its own"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_declaration_gives_its_sentence(name: str) -> None:
    declared, sentence = CASES[name]
    assert any(found.endswith(f": {sentence}") for found in registration(**declared()))


def test_a_column_of_64_bits_is_no_int() -> None:
    found = _wrong(StoredFile, {"subject_id": (int | None, column())})
    assert found == ["Wrong.subject_id: is Int, which has 32 bits, but the column subject_id has 64"]


def test_a_node_needs_a_prefix() -> None:
    @rows(AuthorityRow, visible=everything, description="没有前缀")
    class Unnamed(Node):
        name: str = column(description="名称")

    @strawberry.type
    class Query:
        unnamed: Unnamed | None = by_id(description="按标识")

    with pytest.raises(WrongDeclarations, match=r"needs a prefix"):
        PlannedSchema(Query)


def test_a_part_is_checked_against_its_parents_rows() -> None:
    @strawberry.type(description="部分")
    class Basic:
        nothing: str = column(description="没有的列")

    found = registration(basic=(Basic, part()))
    assert found == ["Basic.nothing: Registration has no column nothing"]


def test_everything_wrong_is_in_one_list() -> None:
    found = registration(a=(str, column("nothing")), b=(int, column("edition")), edition=(str, column()))
    assert found == [
        "Wrong.a: Registration has no column nothing",
        "Wrong.b: is int but the column edition is str",
    ]


def test_a_type_needs_a_visibility() -> None:
    declare: Any = rows
    with pytest.raises(TypeError, match="visible"):
        declare(PersonRow, description="人员")
