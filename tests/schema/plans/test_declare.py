"""What a built schema says of its declarations: sources as data, arguments, words."""

from copy import copy
from dataclasses import FrozenInstanceError

import pytest
from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType
from strawberry.types.base import get_object_definition

from models.people.tables import Person as PersonRow
from models.registration.tables import Registration as RegistrationRow
from schema.plans.binding import bound, present, row_of
from schema.plans.field import PlannedField
from schema.plans.source import Column, Paged, Source
from tests.schema.plans.area import SCHEMA, Person, Registration


def fields() -> dict[str, GraphQLField]:
    return {
        f"{name}.{field_name}": field
        for name, type_ in SCHEMA._schema.type_map.items()
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__")
        for field_name, field in type_.fields.items()
    }


def planned(name: str) -> PlannedField:
    field = fields()[name].extensions["strawberry-definition"]
    assert isinstance(field, PlannedField)
    return field


def test_every_field_of_rows_holds_its_source_as_frozen_data() -> None:
    found = [field.extensions["strawberry-definition"] for field in fields().values()]
    sources = [field.source for field in found if isinstance(field, PlannedField)]
    assert len(sources) > 40
    for source in sources:
        assert isinstance(source, Source)
        with pytest.raises(FrozenInstanceError):
            source.refuse = "error"  # type: ignore[misc]


def test_a_copied_field_keeps_its_source() -> None:
    field = planned("Person.registrations")
    twin = copy(field)
    assert twin.source is field.source
    assert [each.python_name for each in twin.arguments] == ["first", "after", "filter", "order_by"]
    assert twin.target is field.target is Registration


def test_targets_are_found_through_lists_nulls_and_connections() -> None:
    for name in ("Registration.applicant", "Registration.filer", "PersonEdge.node"):
        definition = fields()[name].extensions["strawberry-definition"]
        assert isinstance(definition, PlannedField) == (name != "PersonEdge.node")
    assert planned("Registration.applicant").target is Person
    assert isinstance(planned("Person.registrations").source, Paged)
    assert planned("Registration.identity").source == Column(
        name="identity_number", allow=planned("Registration.identity").source.allow
    )


def test_arguments_have_no_defaults_and_connections_have_words() -> None:
    text = SCHEMA.as_str()
    assert "= null" not in text
    assert '"""注册申请：一页"""\ntype RegistrationConnection {' in text
    assert '"""注册申请：一条"""\ntype RegistrationEdge {' in text
    for type_ in SCHEMA._schema.type_map.values():
        for field in getattr(type_, "fields", {}).values():
            assert type_.name.startswith("__") or field.description


def test_an_object_carries_its_row_for_plain_resolvers() -> None:
    row = PersonRow(id=1, name="王")
    person = present(Person, row)
    assert isinstance(person, Person)
    assert row_of(person, PersonRow) is row
    with pytest.raises(TypeError, match="carries no Registration"):
        row_of(person, RegistrationRow)
    with pytest.raises(TypeError, match="declare it with @rows"):
        bound(str)


def test_descriptions_of_an_interface_are_inherited() -> None:
    definition = get_object_definition(Person, strict=True)
    assert {field.python_name: field.description for field in definition.fields}["id"] == "全局标识"
