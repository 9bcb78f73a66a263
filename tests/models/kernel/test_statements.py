"""Statements whose text is kept: the same rows as the ORM's, whatever the values, and never another call's values."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from tortoise.expressions import Q, Subquery

from models.kernel import conditions
from models.kernel.conditions import kept_condition
from models.kernel.errors import Refused, StaleVersion
from models.kernel.orm import Condition, condition
from models.kernel.statements import by_key, picked
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.kinds import IdentityKind, Sex
from models.people.tables import Person
from tests.models.kernel.test_unit import make_person

FIRST = datetime(2025, 1, 1, tzinfo=UTC)


@unit_of_work
async def people(unit: Unit, *, count: int) -> list[Person]:
    chance = Random(5)
    return [
        await Person.create(
            name=chance.choice(["张三", "李四", "O'Neil"]),
            sex=chance.choice([None, *Sex]),
            identity_kind=chance.choice(list(IdentityKind)),
            identity_number=f"3201{number:014}",
            created_at=FIRST + timedelta(days=chance.randrange(5)),
        )
        for number in range(count)
    ]


CHOICES: list[dict[str, Any]] = [
    {"name": "张三"},
    {"name": "李四"},
    {"sex": Sex.MALE},
    {"sex": None},
    {"sex": Sex.FEMALE, "name": "O'Neil"},
    {"created_at__gt": FIRST + timedelta(days=1)},
    {"created_at__lte": FIRST + timedelta(days=3), "name__startswith": "张"},
    {"created_at__lte": FIRST + timedelta(days=2), "name__startswith": "李"},
    {"id__in": []},
    {"id__in": [1, 3, 5]},
    {"name__not": "张三"},
]


async def test_rows_are_those_that_the_orm_finds(database: str) -> None:
    await people(SYSTEM_VIEWER, count=30)
    wanted = [Q(**one) for one in CHOICES]
    wanted += [one | other for one in wanted for other in wanted[:5]] + [~one for one in wanted]
    for _ in range(2):  # made, then kept
        for q in wanted:
            found = await picked(Person, q, order=("created_at", "-id"))
            expected = await Person.filter(q).order_by("created_at", "-id")
            assert [one.id for one in found] == [one.id for one in expected], q
            assert [one.__dict__ for one in found] == [one.__dict__ for one in expected]


async def test_a_text_is_made_once_for_all_values(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[Q]()
    real = condition

    def counted(model: type[Person], q: Q, alias: str) -> Condition:
        made.append(q)
        return real(model, q, alias)

    monkeypatch.setattr(conditions, "condition", counted)
    monkeypatch.setattr(conditions, "_kept", {})
    texts = {kept_condition(Person, Q(email=f"{number}@a.cn", id__gt=number)).text for number in range(20)}
    assert len(texts) == len(made) == 1


async def test_a_condition_with_a_query_is_made_each_time(database: str) -> None:
    first, second = await people(SYSTEM_VIEWER, count=2), await people(SYSTEM_VIEWER, count=0)
    assert second.value == []
    for person in first.value:
        inner = Person.filter(id=person.id).values("id")
        assert [one.id for one in await picked(Person, Q(id__in=Subquery(inner)))] == [person.id]


async def test_keys_are_one_parameter(database: str) -> None:
    made = (await people(SYSTEM_VIEWER, count=5)).value
    keys = [one.id for one in made]
    assert [one.id for one in await picked(Person, among=("id", keys[1:3]), order=("id",))] == keys[1:3]
    assert await picked(Person, among=("id", [])) == []


async def test_a_row_without_that_key_is_none(database: str) -> None:
    person = (await make_person(SYSTEM_VIEWER, name="张三")).value
    found = await by_key(Person, person.id)
    assert found is not None
    assert found.created_at == person.created_at
    assert await by_key(Person, person.id, Q(name="李四")) is None
    assert await by_key(Person, person.id + 1) is None
    assert await by_key(Person, None) is None


@unit_of_work
async def rename_twice(unit: Unit, *, id: int) -> None:
    first, second = await by_key(Person, id, lock=True), await by_key(Person, id)
    assert first
    assert second
    first.name, second.name = "李四", "王五"
    await first.store("name")
    await second.store("name")


async def test_of_two_changes_of_one_version_the_second_is_refused(database: str) -> None:
    person = (await make_person(SYSTEM_VIEWER, name="张三")).value
    with pytest.raises(Refused) as refused:
        await rename_twice(SYSTEM_VIEWER, id=person.id)
    assert refused.value.errors == (StaleVersion(current_version=2),)
    kept = await by_key(Person, person.id)
    assert kept
    assert (kept.name, kept.version) == ("张三", 1)
