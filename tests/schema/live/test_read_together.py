"""Events that all differ, to viewers who all differ, are read level by level for the whole lot."""

from dataclasses import dataclass
from typing import Any

import pytest

from models.kernel.events import Event, Told
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.tables import Person
from models.registration.kinds import RegistrationKind, StageKind
from models.registration.tables import Registration, RegistrationStage
from tests.factories import agency, corps
from tests.schema.live.subscribing import Box, scene
from tests.schema.plans.conftest import Statements

APPLICANTS = 60
LEVELS = 3
"""The cases with their applicants' own persons and employers, their stages, what the events are about."""
OWN = """subscription { registrationChanged { kind cursor event { id subject { id } } registration {
    id number state applicant { id name { full } } employer { id name } stages { id kind state } } } }"""

HEAVY = """subscription { registrationChanged { kind cursor registration { id
    a: events(first: 100) { nodes { id subject { id title } actor { label } } }
    b: events(first: 100) { nodes { id name at summary facts { name value } actor { kind label } } } } } }"""


@dataclass(frozen=True)
class CaseTouched(Event):
    """申请有变化"""

    told = Told.APPLICANT


@unit_of_work
async def begin_cases(unit: Unit, *, employer: int, authority: int) -> list[Registration]:
    found = []
    for number in range(APPLICANTS):
        person = await Person.create(name=f"申请人{number}")
        case = await Registration.create(
            profession="FIRE_ENGINEER", kind=RegistrationKind.INITIAL, edition="2026-1", applicant=person,
            employer_id=employer, authority_id=authority, number=f"苏{number}", name=person.name,
        )  # fmt: skip
        for place, kind in enumerate((StageKind.PRE_EXAMINATION, StageKind.ACCEPTANCE)):
            await RegistrationStage.create(registration=case, place=place, kind=kind)
        found.append(case)
    return found


@unit_of_work
async def touch_all(unit: Unit, *, cases: list[Registration]) -> None:
    """One event for each, committed together."""
    for case in cases:
        unit.record(CaseTouched(), case)


async def test_each_told_of_their_own_case_costs_one_statement_a_level(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority, employer = await corps(), await agency()
    cases = (await begin_cases(SYSTEM_VIEWER, employer=employer.id, authority=authority.id)).value
    async with scene() as on:
        alone = [await on.subscriber(_applicant(case), OWN, None) for case in cases[:5]]
        members = [await on.subscriber(_applicant(case), OWN, Box()) for case in cases]
        stranger = await on.subscriber(Viewer(ViewerKind.PERSON, 999, person_id=999_999), OWN, Box())
        await on.quiet()
        assert len(on.hub) == len(members) + 1
        for one in alone:
            await one.end()
        on.everybody = [*members, stranger]
        statements = Statements(monkeypatch)
        await touch_all(SYSTEM_VIEWER, cases=cases)
        await on.quiet()
        read = [text for text in statements.texts if "from journal" not in text]  # the feed reads that
        assert len(read) <= LEVELS, [text[:300] for text in read]
        for case, one in zip(cases, members, strict=True):
            assert len(one.events) == 1, one.heard
            (frame,) = [frame for frame in one.frames if frame["kind"] == "EVENT"]
            shown: dict[str, Any] = frame["registration"]
            assert (shown["id"], shown["number"]) == (case.global_id, case.number)
            assert shown["applicant"]["name"]["full"] == case.name
            assert [stage["kind"] for stage in shown["stages"]] == ["PRE_EXAMINATION", "ACCEPTANCE"]
        assert stranger.events == []


def _applicant(case: Registration) -> Viewer:
    return Viewer(ViewerKind.PERSON, account_id=case.id, session_id=case.id, person_id=case.applicant_id)


async def test_what_costs_much_stays_on_a_stream_of_its_own(sqlite: str) -> None:
    authority, employer = await corps(), await agency()
    (case, *_) = (await begin_cases(SYSTEM_VIEWER, employer=employer.id, authority=authority.id)).value
    async with scene() as on:
        heavy = await on.subscriber(_applicant(case), HEAVY, Box())
        light = await on.subscriber(_applicant(case), OWN, Box())
        await on.quiet()
        assert len(on.hub) == 1
        await touch_all(SYSTEM_VIEWER, cases=[case])
        await on.quiet()
        assert len(heavy.events) == len(light.events) == 1
