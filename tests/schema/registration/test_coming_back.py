"""A draft belongs to the mobile that was proved first: it waits there for its owner, on any device."""

from dataclasses import replace
from typing import Any

import pytest

from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.kinds import ChallengePurpose
from models.people.steps.passwords import set_first_password
from models.people.steps.sessions import Origin, sign_out
from models.people.steps.sign_in import sign_in_by_code
from subscriptions.presence import Presence
from tests.factories import case
from tests.models.people.stories import PASSWORD, newcomer, proved, signed_in
from tests.schema.registration.asking import SCHEMA, ask, context, do

MOBILE = "13211111111"
PHONE = Origin("203.0.113.20", "Chrome · Android")
ROW = "registration { id version }"
DRAFTS = """{ registrations(first: 5) { nodes { id version state previewDigest basic { education address { full } }
    availableActions { action } } } }"""


@pytest.mark.requirement("S0-16", "D-2", "D-3")
async def test_without_a_password_a_draft_is_kept_found_elsewhere_and_not_handed_in(database: str) -> None:
    _, here = await newcomer(MOBILE)
    start = {"profession": "FIRE_ENGINEER", "kind": "INITIAL"}
    row = (await do(here, "startRegistration", ROW, **start, idempotencyKey="s"))["registration"]
    await _saved(here, row, education="消防工程 本科")
    await sign_out(here)
    elsewhere = await _by_code()
    kept = await _draft(elsewhere)
    assert (kept["id"], kept["state"], kept["basic"]["education"]) == (row["id"], "DRAFT", "消防工程 本科")
    assert {one["action"] for one in kept["availableActions"]} >= {
        "SAVE_REGISTRATION",
        "SUBMIT_REGISTRATION",
    }
    await _saved(elsewhere, kept, address="南京市汉口路22号")
    kept = await _draft(elsewhere)
    assert kept["basic"] == {"education": "消防工程 本科", "address": {"full": "南京市汉口路22号"}}
    assert ["password"] in await _refused(elsewhere, kept)
    await set_first_password(elsewhere, PASSWORD, PASSWORD)
    assert ["password"] not in await _refused(elsewhere, kept)


@pytest.mark.requirement("S0-16")
async def test_a_kept_draft_is_edited_and_submitted_later(sqlite: str) -> None:
    story = await case(stage=None)
    kept = await _draft(story.filer)
    await _saved(story.filer, kept, education="硕士")
    kept = await _draft(story.filer)
    assert await _refused(story.filer, kept) == []
    assert (await _draft(story.filer))["state"] == "IN_REVIEW"


@pytest.mark.requirement("D-11")
async def test_a_draft_open_in_two_places_shows_the_other_editor(sqlite: str) -> None:
    story, book = await case(stage=None), Presence()
    first, second = (replace(story.filer, session_id=number) for number in (1, 2))
    touch = """mutation ($input: TouchPresenceInput!) { touchPresence(input: $input) {
        viewers { label editing } } }"""
    given = {"input": {"subjectId": story.case.global_id, "editing": True}}
    for viewer in (first, second):
        at = context(viewer)
        at.services[Presence] = book
        answer = await SCHEMA.execute(touch, given, at)
    assert answer.errors is None and answer.data is not None
    there = answer.data["touchPresence"]["viewers"]
    assert there == [{"label": "另一台设备", "editing": True}] * 2


async def _by_code() -> Viewer:
    secret = await proved(MOBILE, ChallengePurpose.SIGN_IN)
    return await signed_in((await sign_in_by_code(PUBLIC_VIEWER, secret, PHONE)).value)


async def _draft(viewer: Viewer) -> dict[str, Any]:
    (row,) = (await ask(viewer, DRAFTS))["registrations"]["nodes"]
    found: dict[str, Any] = row
    return found


async def _saved(viewer: Viewer, row: dict[str, Any], **basic: str) -> None:
    on = {"id": row["id"], "version": row["version"], "idempotencyKey": str(basic)}
    assert (await do(viewer, "saveRegistration", ROW, **on, basic=basic))["userErrors"] == []


async def _refused(viewer: Viewer, row: dict[str, Any]) -> list[list[str] | None]:
    """Paths of what stands in the way of submission."""
    on = {"id": row["id"], "version": row["version"], "previewDigest": row["previewDigest"]}
    errors = (await do(viewer, "submitRegistration", ROW, **on, idempotencyKey="submit"))["userErrors"]
    return [error["path"] for error in errors]
