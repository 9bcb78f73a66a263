"""What if, and the next batch, over GraphQL: the same answer to applicant and reviewer, nothing to others."""

from datetime import date

import pytest

from models.authorities.tables import Authority
from models.kernel.clock import freeze
from models.kernel.viewer import PUBLIC_VIEWER
from models.registration.kinds import StageKind
from tests.batch_story import FIRST, PRE, batch_desk, case_at, go_by_batches
from tests.factories import agency, case, engineer
from tests.kind_story import morning
from tests.schema.registration.asking import SCHEMA, ask, context

PREVIEW = """query ($input: PreviewInput!) { previewRegistration(input: $input) { kind on edition
    findings { rule met present needed law advice metAt parts { rule } } demands { kind met required demand }
    authorityAdvice { reason advised { id name } choices { name } }
    route { stage workdays batchOn dueOn decides }
    windowOpensOn windowClosesOn dueOn expectedDecisionOn nextBatchOn } }"""
CLOCK = """{ registrations(first: 5) { nodes { deadline { dueAt workdaysLeft }
    nextBatch { kind date lockAt number entered postponedFrom postponedReason }
    stages { kind deadline { dueAt } nextBatch { date entered } } } } }"""
OFFICES = "{ authorities(first: 5) { nodes { name nextBatches { kind profession date number } } } }"


async def test_the_same_draft_with_another_employer(database: str) -> None:
    story = await case(stage=None)
    other = await agency(name="苏州新安机械有限公司", fire_agency=False)
    given = {"profession": "FIRE_ENGINEER", "kind": "INITIAL", "registrationId": story.case.global_id}
    now = (await ask(story.filer, PREVIEW, input=given))["previewRegistration"]
    then = (await ask(story.filer, PREVIEW, input=given | {"employerId": other.global_id}))[
        "previewRegistration"
    ]
    assert [one["rule"] for one in now["findings"] if not one["met"]] == []
    assert [one["rule"] for one in then["findings"] if not one["met"]] == ["FIRE-WHO"]
    assert now["authorityAdvice"]["advised"]["name"] == story.authority.name
    assert {one["kind"] for one in now["demands"] if one["met"]} >= {"CONTRACT"}
    assert next(one for one in now["route"] if one["decides"])["dueOn"] == now["expectedDecisionOn"]


async def test_faults_name_what_is_missing(database: str) -> None:
    filer = await engineer()
    for viewer, given, code in (
        (PUBLIC_VIEWER, {}, "UNAUTHENTICATED"),
        (filer, {"registrationId": "reg_999"}, "NOT_FOUND"),
        (filer, {"personId": "per_999"}, "FORBIDDEN"),
        (filer, {"on": "1990-01-01"}, "NOT_FOUND"),
    ):
        asked = {"profession": "FIRE_ENGINEER", "kind": "INITIAL"} | given
        result = await SCHEMA.execute(PREVIEW, {"input": asked}, context(viewer))
        assert result.errors is not None
        assert [(error.extensions or {})["code"] for error in result.errors] == [code]


@pytest.mark.requirement("S4-62")
async def test_both_sides_see_the_same_clock_and_batch(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_by_batches(monkeypatch)
    with freeze(morning(date(2026, 3, 2))):
        at = await batch_desk()
        story = await case_at(FIRST, at)
        mine = (await ask(story.filer, CLOCK))["registrations"]["nodes"]
        theirs = (await ask(at.officers[FIRST], CLOCK))["registrations"]["nodes"]
        offices = (await ask(PUBLIC_VIEWER, OFFICES))["authorities"]["nodes"]
    assert mine == theirs
    ((row,),) = ([mine[0]],)
    assert (row["nextBatch"]["date"], row["nextBatch"]["entered"]) == ("2026-03-16", True)
    told = {one["kind"]: one["nextBatch"] for one in row["stages"]}
    assert told[FIRST] == {"date": "2026-03-16", "entered": True}
    assert told[PRE] is told[StageKind.FINAL_EXAMINATION] is None
    (office,) = offices
    assert {(one["kind"], one["date"]) for one in office["nextBatches"]} == {
        ("FIRST_EXAMINATION", "2026-03-16"),
        ("ANNOUNCEMENT", "2026-03-16"),
    }
    assert await Authority.all().count() == 1
