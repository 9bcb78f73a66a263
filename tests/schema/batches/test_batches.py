"""Batches over GraphQL: the desk's list and rehearsal, reporting and announcing, and what everybody may read."""

from typing import Any

import pytest

from models.kernel.clock import today
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.batches.sweeps import run_batches
from tests.batch_story import (
    ANNOUNCING,
    FINAL,
    FIRST,
    NOTICE,
    batch_desk,
    batch_of,
    case_at,
    entry_of,
    go_by_batches,
    locked,
    run,
)
from tests.factories import engineer, passes
from tests.registration_story import recorded
from tests.schema.registration.asking import ask, do

DESK = """{ batches(first: 5) { nodes { id version number kind state title status date postponedReason
    availableActions { action ready } coverPdf coverSheet progress
    entries(first: 5) { totalCount nodes { place number name { full } registration { id } } }
    rehearsal { willPass willDrop outcomes { becomes count } problems { entry { place } findings { rule } } } } } }"""
PUBLIC = """query ($text: String) { announcements(first: 5) { nodes { id number status notice announcedAt
    progress coverPdf rehearsal { willPass } entries(first: 3) { nodes { id } } availableActions { action }
    announced(first: 5, filter: { text: $text }) { totalCount nodes {
        id nameMasked kind title employerName number certificateNumber regionName } } } } }"""


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)


async def _announcements(viewer: Viewer, text: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await ask(viewer, PUBLIC, text=text))["announcements"]["nodes"]
    return found


@pytest.mark.requirement("S4-62")
async def test_the_desk_rehearses_locks_and_reports(database: str) -> None:
    at = await batch_desk()
    story = await case_at(FIRST, at)
    officer = at.officers[FIRST]
    (shown,) = (await ask(officer, DESK))["batches"]["nodes"]
    assert [one["action"] for one in shown["availableActions"]] == ["LOCK_BATCH"]
    assert shown["entries"]["nodes"] == [
        {"place": 1, "number": story.case.number, "name": {"full": "王海宁"},
         "registration": {"id": story.case.global_id}}
    ]  # fmt: skip
    assert shown["rehearsal"] == {
        "willPass": 1, "willDrop": 0, "outcomes": [{"becomes": "进入终审", "count": 1}], "problems": [],
    }  # fmt: skip
    on = {"id": shown["id"], "version": shown["version"]}
    shut = (await do(officer, "lockBatch", "batch { version state }", **on, idempotencyKey="l"))["batch"]
    given = {
        "id": shown["id"],
        "version": shut["version"],
        "stampNumber": "闽字1号",
        "stampedOn": str(today()),
    }
    payload = await do(officer, "reportBatch", "batch { state progress }", **given, idempotencyKey="r")
    assert payload == await do(
        officer, "reportBatch", "batch { state progress }", **given, idempotencyKey="r"
    )
    assert payload["batch"] == {"state": "RUNNING", "progress": 0.0}
    await run_batches()
    (after,) = (await ask(officer, DESK))["batches"]["nodes"]
    assert (after["state"], after["status"], after["progress"]) == ("DONE", "已上报", 1.0)
    assert after["rehearsal"] is None


async def test_errors_of_a_batch_are_data(sqlite: str) -> None:
    at = await batch_desk()
    story = await case_at(FIRST, at)
    batch, officer = await locked(at, FIRST), at.officers[FIRST]
    on = {"id": batch.global_id, "version": batch.version}
    entry = await entry_of(story)
    empty = await do(
        officer,
        "deferBatchEntry",
        "batch { id }",
        **on,
        entryId=entry.global_id,
        reason="",
        idempotencyKey="d",
    )
    assert [(one["code"], one["path"]) for one in empty["userErrors"]] == [("INVALID", ["input", "reason"])]
    again = await do(officer, "lockBatch", "batch { id }", **on, idempotencyKey="l")
    assert [one["code"] for one in again["userErrors"]] == ["WRONG_STATE"]
    stale = await do(officer, "lockBatch", "batch { id }", id=batch.global_id, version=1, idempotencyKey="s")
    assert [one["code"] for one in stale["userErrors"]] == ["STALE_VERSION"]


@pytest.mark.requirement("S4-4", "S4-63")
async def test_an_announcement_is_public_with_its_people_masked_and_searchable(database: str) -> None:
    at = await batch_desk()
    first = await case_at(FIRST, at)
    second = await case_at(FIRST, at)
    await run(at, FIRST)
    for story in (first, second):
        await passes(story, FINAL)
    stranger = await engineer()
    assert await _announcements(PUBLIC_VIEWER) == []
    await run(at, ANNOUNCING)
    (shown,) = await _announcements(PUBLIC_VIEWER)
    assert (shown["status"], shown["notice"]) == ("已公告", NOTICE)
    assert [shown[hidden] for hidden in ("progress", "coverPdf", "rehearsal")] == [None] * 3
    assert (shown["entries"]["nodes"], shown["availableActions"]) == ([], [])
    people = shown["announced"]["nodes"]
    assert [one["number"] for one in people] == [first.case.number, second.case.number]
    assert {one["nameMasked"] for one in people} == {"王*宁"}
    assert {one["title"] for one in people} == {"一级注册消防工程师"}
    assert [(await _announcements(stranger))[0]["announced"]["totalCount"]] == [2]
    for text, count in (("王海宁", 2), ("海", 0), (second.case.number, 1), ("安澜", 2), ("没有", 0)):
        (found,) = await _announcements(PUBLIC_VIEWER, text)
        assert found["announced"]["totalCount"] == count, text


async def test_nobody_else_sees_a_batch_that_is_not_announced(sqlite: str) -> None:
    at = await batch_desk()
    story = await case_at(FIRST, at)
    elsewhere = await batch_desk(short_name="川", region_code="510000")
    batch, entry = await batch_of(at, FIRST), await entry_of(story)
    document = "query ($id: ID!) { node(id: $id) { id } batches(first: 5) { nodes { id } } }"
    for stranger in (PUBLIC_VIEWER, await engineer(), elsewhere.officers[FIRST], story.filer):
        ids = [batch.global_id, f"ann_{entry.id}", *([] if stranger is story.filer else [entry.global_id])]
        for id_ in ids:
            assert await ask(stranger, document, id=id_) == {"node": None, "batches": {"nodes": []}}
    own = """query ($id: ID!) { node(id: $id) { ... on Registration {
        stage { batchEntry { place state batch { number date state } } } } } }"""
    stage = (await ask(story.filer, own, id=story.case.global_id))["node"]["stage"]
    assert stage["batchEntry"] == {
        "place": 1, "state": "WAITING",
        "batch": {"number": batch.number, "date": batch.day.isoformat(), "state": "OPEN"},
    }  # fmt: skip


async def test_a_rehearsal_is_read_without_a_trace(sqlite: str) -> None:
    at = await batch_desk()
    await case_at(FIRST, at)
    before = len(await recorded())
    await ask(at.officers[FIRST], DESK)
    assert len(await recorded()) == before
