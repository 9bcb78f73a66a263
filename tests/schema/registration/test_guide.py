"""What the guide promises a safety engineer while the case goes from body to body: progress, reasons, whom to ask."""

from typing import Any

import pytest

from models.authorities.tables import Contact
from models.kernel.viewer import Viewer
from models.registration.kinds import StageKind
from models.registration.steps.deciding import pass_registration, return_registration
from models.registration.steps.remarks import Remark
from tests.batch_story import run
from tests.factories import Desk, engineer, made
from tests.routes import SAFETY, submitted
from tests.schema.registration.asking import ask

PRE, FIRST, FINAL = StageKind.PRE_EXAMINATION, StageKind.FIRST_EXAMINATION, StageKind.FINAL_EXAMINATION
PROGRESS = """{ registrations(first: 5) { nodes { state status number deadline { dueAt workdaysLeft pausedSince }
    nextBatch { date entered } stage { kind authority { name contacts { phones } } }
    stages { kind state openedAt closedAt authority { name } } remarks { stage path text answered } } } }"""
WHY = "手持证件照看不清证件号码，请重新拍摄"
REMARKS = (Remark(text=WHY, path=("basic", "photo")),)


async def progress(viewer: Viewer) -> Any:
    (row,) = (await ask(viewer, PROGRESS))["registrations"]["nodes"]
    return row


@pytest.mark.requirement("S4-57")
async def test_the_applicant_follows_the_case_from_body_to_body(database: str) -> None:
    story = await submitted(SAFETY)
    row = await progress(story.filer)
    assert (row["status"], row["stage"]["kind"], row["stage"]["authority"]["name"]) == (
        "审核中",
        PRE,
        "考试中心",
    )
    assert row["deadline"]["workdaysLeft"] == 5
    assert row["nextBatch"]["entered"] is False
    await pass_registration(story.officers[PRE], on=await story.claimed(PRE))
    row = await progress(story.filer)
    assert (row["stage"]["kind"], row["stage"]["authority"]["name"]) == (FIRST, "应急厅")
    assert row["nextBatch"]["entered"] is True
    await run(Desk(story.bodies["应急厅"], story.officers), FIRST)
    row = await progress(story.filer)
    assert (row["stage"]["kind"], row["stage"]["authority"]["name"]) == (FINAL, "中心")
    done = [one["kind"] for one in row["stages"] if one["closedAt"]]
    assert done == [PRE, FIRST]
    assert [one["state"] for one in row["stages"]].count("WAITING") == len(row["stages"]) - 3
    assert (await ask(await engineer(), PROGRESS))["registrations"]["nodes"] == []


@pytest.mark.requirement("S4-61")
async def test_the_test_centre_returns_with_reasons_and_the_clock_stops(database: str) -> None:
    story = await submitted(SAFETY)
    await return_registration(story.officers[PRE], on=await story.claimed(PRE), remarks=REMARKS)
    row = await progress(story.filer)
    assert (row["state"], row["stage"]["kind"], row["stage"]["authority"]["name"]) == (
        "RETURNED",
        PRE,
        "考试中心",
    )
    assert row["remarks"] == [{"stage": PRE, "path": ["basic", "photo"], "text": WHY, "answered": False}]
    assert row["deadline"]["pausedSince"] is not None
    told = await ask(story.filer, "{ notifications(first: 1) { nodes { text urgent } } }")
    assert "退回" in told["notifications"]["nodes"][0]["text"]


@pytest.mark.requirement("S4-65")
async def test_returned_by_the_final_body_its_own_contact_is_named(database: str) -> None:
    story = await submitted(SAFETY)
    await made(
        Contact, authority_id=story.bodies["中心"].id, label="注册管理", people=[], phones=["010-64898716"]
    )
    await made(
        Contact, authority_id=story.bodies["应急厅"].id, label="初审", people=[], phones=["0591-87815651"]
    )
    await pass_registration(story.officers[PRE], on=await story.claimed(PRE))
    row = await progress(story.filer)
    assert row["stage"]["authority"] == {"name": "应急厅", "contacts": [{"phones": ["0591-87815651"]}]}
    await run(Desk(story.bodies["应急厅"], story.officers), FIRST)
    await return_registration(story.officers[FINAL], on=await story.claimed(FINAL), remarks=REMARKS)
    row = await progress(story.filer)
    assert row["state"] == "RETURNED"
    assert row["stage"]["authority"] == {"name": "中心", "contacts": [{"phones": ["010-64898716"]}]}
