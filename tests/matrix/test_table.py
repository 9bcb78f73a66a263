"""The table is whole: no kind of object of a case and no way of standing to it was forgotten."""

from collections.abc import Iterator

import pytest

from models.authorities.kinds import Profession
from models.kernel.clock import freeze
from models.professions.shelf import SHELF, rulebook_on
from models.registration.kinds import RegistrationKind
from models.registration.tables import Registration
from schema.common.interfaces import Node
from schema.plans.binding import rows_of
from tests.everybody.bodies import bodies
from tests.everybody.handling import begun, handed_in, handled
from tests.everybody.people import engineer
from tests.everybody.ready import BEGIN
from tests.matrix.asking import FOUND_BY
from tests.matrix.cast import watchers_of
from tests.matrix.doors import SCHEMA, lists
from tests.matrix.table import GROUPS, Seer
from tests.matrix.things import seer_of, things_of

LEADING_TO_A_CASE = {"registration", "certificate", "applicant"}
HANDED_OVER = {Seer.CHOSEN, Seer.BEFORE, Seer.AFTER, Seer.BODY_ON_THE_WAY}
OF_FILING = {Seer.FILING_EMPLOYER}


def about_cases() -> Iterator[str]:
    """Types with an id of their own whose rows lead to a case."""
    for type_ in SCHEMA.declared():
        found = rows_of(type_)
        if found and found.prefix and issubclass(type_, Node):
            columns = {name.removesuffix("_id") for name in found.model._meta.fields_map}
            if found.model is Registration or columns & LEADING_TO_A_CASE:
                yield type_.__name__


def test_every_kind_of_object_of_a_case_has_a_line() -> None:
    assert set(about_cases()) <= set(GROUPS)


def test_every_list_that_can_be_searched_says_by_what() -> None:
    assert {door.name for door in lists() if door.searched} == set(FOUND_BY)


@pytest.mark.parametrize("profession", SHELF)
async def test_everybody_whom_the_table_names_is_in_the_cast(sqlite: str, profession: Profession) -> None:
    with freeze(BEGIN):
        case = await begun(await bodies(profession), await engineer(profession), RegistrationKind.INITIAL)
        watchers = await watchers_of(case)
        await handed_in(case)
        things = await things_of(case)
        while await handled(case):
            things += await things_of(case)
    met = {seer_of(one.viewer, thing) for one in watchers for thing in things}
    missing = set(Seer) - met - OF_FILING
    assert missing <= (set() if rulebook_on(profession).hands_over else HANDED_OVER)
