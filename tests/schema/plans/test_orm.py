"""What the statements use of Tortoise without its documenting it: a new release that changes it fails here."""

import pytest
from tortoise.expressions import Q, Subquery

from models.kernel import orm
from models.kernel.dialect import dialect
from models.registration.kinds import RegistrationState
from models.registration.tables import Registration, RegistrationStage
from tests.schema.plans.conftest import Filled


async def test_a_condition_is_text_with_places(database: str) -> None:
    made = orm.condition(Registration, Q(applicant_id=5, state=RegistrationState.DRAFT), "t")
    assert made.text == '("t"."applicant_id"=\0 AND "t"."state"=\0)'
    assert made.values == (5, "DRAFT")
    assert dialect().numbered(made.text) in {
        '("t"."applicant_id"=? AND "t"."state"=?)',
        '("t"."applicant_id"=$1 AND "t"."state"=$2)',
    }


async def test_no_condition_is_no_text_and_nobody_is_a_condition(database: str) -> None:
    assert orm.condition(Registration, Q(), "t") == orm.Condition("")
    assert orm.condition(Registration, Q(id__in=[]), "t").text == "(1=0)"


async def test_a_condition_that_joins_is_a_correlated_exists(database: str) -> None:
    made = orm.condition(RegistrationStage, Q(registration__applicant_id=7), "t")
    assert made.text.startswith('(exists (select 1 from "registration_stage" "x" left join "registration"')
    assert 'where "x"."id" = "t"."id" and (' in made.text
    assert made.values == (7,)


async def test_a_condition_may_hold_a_query(database: str) -> None:
    inner = Registration.filter(applicant_id=5).values("id")
    made = orm.condition(RegistrationStage, Q(registration_id__in=Subquery(inner)), "t")
    assert made.text.count("\0") == len(made.values) == 1


async def test_rows_come_out_as_the_orm_makes_them(database: str, filled: Filled) -> None:
    world = await filled(registrations=3, stages=0)
    records = await orm.reader().execute_query_dict('select * from "registration" order by id')
    rows = [orm.row_from(Registration, record) for record in records]
    for row, wanted in zip(rows, world.registrations, strict=True):
        for name in orm.columns(Registration):
            assert getattr(row, name) == getattr(wanted, name), name
        assert isinstance(row.state, RegistrationState)


async def test_columns_of_relations_are_known() -> None:
    assert orm.attribute(Registration, "applicant") == orm.column(Registration, "applicant") == "applicant_id"
    assert orm.field_of(Registration, "applicant_id").null is False
    with pytest.raises(KeyError):
        orm.column(Registration, "nothing")
