"""The matrix at the doors of the graph: every profession and kind, at every stage, before everybody."""

import pytest

from models.authorities.kinds import Profession
from models.kernel.clock import freeze
from models.professions.shelf import SHELF, rulebook_on
from models.registration.kinds import RegistrationKind
from tests.everybody.bodies import bodies
from tests.everybody.handling import Case, begun, handed_in, handled
from tests.everybody.people import engineer
from tests.everybody.ready import BEGIN, ready
from tests.matrix.asking import look, seek
from tests.matrix.cast import Watcher, watchers_of
from tests.matrix.things import Thing, things_of

INITIAL = RegistrationKind.INITIAL
LATER = [(name, kind) for name in SHELF for kind in rulebook_on(name).forms if kind is not INITIAL]


@pytest.mark.parametrize("profession", SHELF)
async def test_everybody_sees_what_the_table_says_at_every_stage(
    database: str, profession: Profession
) -> None:
    with freeze(BEGIN):
        at = await bodies(profession)
        case = await begun(at, await engineer(profession, name="欧阳海澜"), INITIAL)
        watchers = await watchers_of(case)
        other = await begun(at, await engineer(profession, name="赵听雨"), INITIAL)
        await _compare(watchers, case, other)
        await handed_in(case)
        await handed_in(other)
        await _compare(watchers, case, other)
        while await handled(case):
            await _compare(watchers, case, other)
        things = await _things(case, other)
        _right([one for watcher in watchers for one in await seek(watcher, things)])


@pytest.mark.parametrize(("profession", "kind"), LATER)
async def test_and_so_with_every_other_kind(
    sqlite: str, profession: Profession, kind: RegistrationKind
) -> None:
    at = await bodies(profession)
    who, moment = await ready(at, kind)
    with freeze(moment):
        case = await begun(at, who, kind)
        watchers = await watchers_of(case)
        await _compare(watchers, case)
        await handed_in(case)
        await _compare(watchers, case)
        while await handled(case):
            pass
        await _compare(watchers, case)


async def _compare(watchers: list[Watcher], *cases: Case) -> None:
    things = await _things(*cases)
    _right([sentence for watcher in watchers for sentence in await look(watcher, things)])


async def _things(*cases: Case) -> list[Thing]:
    """Each once: two cases may lie in one batch."""
    return list({one.id: one for case in cases for one in await things_of(case)}.values())


def _right(wrong: list[str]) -> None:
    assert not wrong, "\n".join(sorted(wrong))
