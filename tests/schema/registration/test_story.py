"""The whole story over GraphQL: from the door to a certificate that a stranger verifies."""

from itertools import product
from typing import Any

import pytest

from models.authorities.kinds import ReviewerRole
from models.files.tables import FilePurpose
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.kinds import RegistrationKind, StageKind
from models.registration.tables import Registration
from tests.factories import (
    ROUTE,
    SCANS,
    agency,
    case,
    desk,
    employer_account,
    engineer,
    made,
    picture,
    reviewer,
)
from tests.schema.registration.asking import ask, do

CASE = "registration { id version state number kind stage { kind } }"


async def test_from_the_door_to_the_certificate(database: str) -> None:
    filer, employer, at = await engineer(), await agency(), await desk()
    viewer = (await ask(filer, "{ viewer { startable { kind legal } } }"))["viewer"]
    assert {"kind": "INITIAL", "legal": True} in viewer["startable"]
    row = (
        await do(
            filer, "startRegistration", CASE, profession="FIRE_ENGINEER", kind="INITIAL", idempotencyKey="s"
        )
    )["registration"]
    row = await _filled_in(filer, row, employer.global_id, at.authority.global_id)
    preview = await _read(filer, row["id"], "previewDigest findings { rule met severity }")
    assert [one["rule"] for one in preview["findings"] if not one["met"]] == []
    given = {"id": row["id"], "version": row["version"], "previewDigest": preview["previewDigest"]}
    payload = await do(filer, "submitRegistration", CASE, **given, idempotencyKey="submit")
    again = await do(filer, "submitRegistration", CASE, **given, idempotencyKey="submit")
    assert again == payload
    row = payload["registration"]
    assert (row["state"], row["stage"]["kind"]) == ("IN_REVIEW", "PRE_EXAMINATION")
    for stage in ROUTE[:4]:
        row = await _passed(at.officers[stage], row["id"])
    assert row["state"] == "GRANTED"
    await _issued_and_verified(at.officers[StageKind.CERTIFICATE_MAKING], row["id"])
    inbox = await ask(filer, "{ notifications(first: 10) { nodes { text link state urgent } totalCount } }")
    assert inbox["notifications"]["nodes"][0]["text"].startswith("注册证")
    assert inbox["notifications"]["totalCount"] == 6


async def _filled_in(filer: Viewer, row: dict[str, Any], employer: str, authority: str) -> dict[str, Any]:
    on = {"id": row["id"]}
    row = (
        await do(
            filer, "acceptPledge", CASE, **on, version=row["version"], pledgeEdition="2026-1",
            idempotencyKey="p",
        )
    )["registration"]  # fmt: skip
    photo = await picture(filer, purpose=FilePurpose.PHOTO)
    basic = {
        "education": "本科",
        "address": "南京市汉口路22号",
        "capable": True,
        "photoFileId": photo.global_id,
    }
    work = {"employerId": employer, "post": "项目负责人", "term": "OPEN_ENDED", "retired": False}
    row = (
        await do(
            filer, "saveRegistration", CASE, **on, version=row["version"], basic=basic,
            employment=work | {"termFrom": "2026-01-01"}, idempotencyKey="b",
        )
    )["registration"]  # fmt: skip
    for kind in SCANS:
        scan = await picture(filer)
        row = (
            await do(
                filer, "attachToRegistration", CASE, **on, version=row["version"], kind=kind,
                fileId=scan.global_id, idempotencyKey=kind,
            )
        )["registration"]  # fmt: skip
    chosen = await do(
        filer,
        "chooseAuthority",
        CASE,
        **on,
        version=row["version"],
        authorityId=authority,
        idempotencyKey="a",
    )
    found: dict[str, Any] = chosen["registration"]
    return found


async def _read(viewer: Viewer, id_: str, fields: str) -> dict[str, Any]:
    document = f"query ($id: ID!) {{ node(id: $id) {{ ... on Registration {{ {fields} }} }} }}"
    found: dict[str, Any] = (await ask(viewer, document, id=id_))["node"]
    return found


async def _claimed(officer: Viewer, id_: str) -> dict[str, Any]:
    queue = await ask(
        officer, "{ workQueue(first: 5) { nodes { id subject { id title } deadline { workdaysLeft } } } }"
    )
    item = next(one for one in queue["workQueue"]["nodes"] if one["subject"]["id"] == id_)
    claim = await do(
        officer, "claimWork", "workItem { fence state }", id=item["id"], idempotencyKey="c" + item["id"]
    )
    row = await _read(officer, id_, "version")
    return {"id": id_, "version": row["version"], "fence": claim["workItem"]["fence"]}


async def _passed(officer: Viewer, id_: str) -> dict[str, Any]:
    on = await _claimed(officer, id_)
    payload = await do(officer, "passRegistration", CASE, **on, idempotencyKey="pass")
    assert payload["userErrors"] == []
    found: dict[str, Any] = payload["registration"]
    return found


async def _issued_and_verified(maker: Viewer, id_: str) -> None:
    fields = "registration { state } certificate { number verifyCode state seals { number } }"
    payload = await do(maker, "issueCertificate", fields, **await _claimed(maker, id_), idempotencyKey="i")
    assert payload["registration"]["state"] == "COMPLETED"
    proof = await ask(
        PUBLIC_VIEWER,
        "query ($code: String!) { verifyCertificate(code: $code) { genuine name state differences { path } } }",
        code=payload["certificate"]["verifyCode"],
    )
    assert proof["verifyCertificate"] == {
        "genuine": True, "name": "王海宁", "state": "VALID", "differences": [],
    }  # fmt: skip


@pytest.mark.requirement("S0-17")
async def test_what_is_not_what_was_confirmed_is_not_submitted(sqlite: str) -> None:
    story = await case(stage=None)
    payload = await do(
        story.filer, "submitRegistration", CASE, id=story.case.global_id, version=story.case.version,
        previewDigest="an older preview", idempotencyKey="k",
    )  # fmt: skip
    assert payload["registration"] is None
    assert [one["code"] for one in payload["userErrors"]] == ["INVALID"]


async def test_a_stale_save_names_the_fields_and_a_taken_claim_names_the_event(sqlite: str) -> None:
    story = await case(stage=None)
    on = {"id": story.case.global_id, "version": story.case.version}
    await do(story.filer, "saveRegistration", CASE, **on, employment={"post": "甲"}, idempotencyKey="1")
    document = """mutation ($input: SaveRegistrationInput!) { saveRegistration(input: $input) {
        userErrors { code ... on StaleVersion { currentVersion differences { path after mine } } } } }"""
    given = {**on, "employment": {"post": "乙"}, "idempotencyKey": "2"}
    (error,) = (await ask(story.filer, document, input=given))["saveRegistration"]["userErrors"]
    assert error["code"] == "STALE_VERSION"
    assert error["differences"] == [{"path": ["employment", "post"], "after": "甲", "mine": "乙"}]


async def test_a_taken_item_says_by_what_it_was_taken(sqlite: str) -> None:
    story = await case()
    officer, item = story.desk.officers[StageKind.PRE_EXAMINATION], await story.item()
    await do(officer, "claimWork", "workItem { state }", id=item.global_id, idempotencyKey="1")
    document = """mutation ($input: ClaimWorkInput!) { claimWork(input: $input) {
        userErrors { code message ... on WrongState { event { name summary } } } } }"""
    given = {"id": item.global_id, "idempotencyKey": "2"}
    (error,) = (await ask(officer, document, input=given))["claimWork"]["userErrors"]
    assert (error["code"], error["event"]["name"]) == ("WRONG_STATE", "WORK_CLAIMED")


async def test_whoever_handles_a_case_gets_the_name_and_no_other_private_text(sqlite: str) -> None:
    story = await case()
    fields = "title basic { name { masked full } identityNumber { masked full } birthDate photo { name } }"
    own = await _read(story.filer, story.case.global_id, fields)
    assert own["basic"]["identityNumber"]["full"]
    fields += " applicant { title name { full } identityNumber { full } mobile { full } }"
    for handler in (story.desk.head, await employer_account(story.employer)):
        theirs = await _read(handler, story.case.global_id, fields)
        assert own["basic"]["name"] == theirs["basic"]["name"] == {"masked": "王*宁", "full": "王海宁"}
        assert theirs["title"].startswith("王海宁 初始注册")
        assert "*" in theirs["basic"]["identityNumber"]["masked"]
        assert theirs["basic"]["identityNumber"]["full"] is None
        assert theirs["applicant"] == {
            "title": "王海宁", "name": {"full": "王海宁"}, "identityNumber": {"full": None},
            "mobile": {"full": None},
        }  # fmt: skip


async def test_outsiders_get_no_name(sqlite: str) -> None:
    story = await case()
    elsewhere = await desk(short_name="川", region_code="510000")
    other_city = await reviewer(ReviewerRole.HEAD, at=story.authority, regions=("3205",))
    outsiders = (PUBLIC_VIEWER, await engineer(), *elsewhere.officers.values(), other_city)
    document = "query ($id: ID!) { node(id: $id) { id } workQueue(first: 9) { nodes { id } } }"
    ids = [story.case.global_id, f"per_{story.case.applicant_id}", (await story.item()).global_id]
    for outsider, id_ in product(outsiders, ids):
        assert await ask(outsider, document, id=id_) == {"node": None, "workQueue": {"nodes": []}}
    subject = "workQueue(first: 9) { nodes { subject { title } } }"
    queue = await ask(story.desk.officers[StageKind.PRE_EXAMINATION], f"{{ {subject} }}")
    assert [one["subject"]["title"][:3] for one in queue["workQueue"]["nodes"]] == ["王海宁"]


async def test_a_persons_registrations_are_those_the_viewer_may_see(sqlite: str) -> None:
    filed = await case()
    draft = await made(
        Registration, profession="FIRE_ENGINEER", kind=RegistrationKind.RENEWAL, edition="2021",
        applicant_id=filed.filer.person_id, authority_id=filed.authority.id, region="320100",
    )  # fmt: skip
    document = """query ($id: ID!, $states: [RegistrationState!]) { node(id: $id) { ... on Person {
        registrations(first: 5, orderBy: NEWEST, filter: { states: $states }) { totalCount nodes { id } } } } }"""

    async def listed(viewer: Viewer, states: list[str] | None = None) -> list[str]:
        found = await ask(viewer, document, id=f"per_{filed.filer.person_id}", states=states)
        page = found["node"]["registrations"]
        assert page["totalCount"] == len(page["nodes"])
        return [one["id"] for one in page["nodes"]]

    assert await listed(filed.filer) == [draft.global_id, filed.case.global_id]
    assert await listed(filed.filer, ["IN_REVIEW"]) == [filed.case.global_id]
    assert await listed(filed.desk.head) == [filed.case.global_id]


async def test_many_are_passed_with_an_answer_each(database: str) -> None:
    at = await desk()
    stories = [await case(at=at) for _ in range(2)]
    officer = at.officers[StageKind.PRE_EXAMINATION]
    items = [await _claimed(officer, story.case.global_id) for story in stories]
    items[1]["fence"] = 99
    fields = "results { registration { id stage { kind } } userErrors { code } }"
    payload = await do(officer, "passRegistrations", fields, items=items, idempotencyKey="many")
    assert [[error["code"] for error in one["userErrors"]] for one in payload["results"]] == [
        [],
        ["CLAIM_LOST"],
    ]
    assert payload["results"][0]["registration"]["stage"]["kind"] == "ACCEPTANCE"


async def test_the_rulebook_is_public(sqlite: str) -> None:
    book = await ask(
        PUBLIC_VIEWER,
        """{ rulebook(profession: FIRE_ENGINEER) { edition validFrom rules { id law value } forms { kind
        sections withdrawUntil pledge { edition heading body } route { stage workdays decides }
        attachments { kind required maxBytes mediaTypes } } } }""",
    )
    initial = book["rulebook"]["forms"][0]
    assert initial["kind"] == "INITIAL"
    assert initial["sections"][0] == "PLEDGE"
    assert [step["workdays"] for step in initial["route"]] == [3, 5, 20, 20, 10]
    assert initial["attachments"][0]["maxBytes"] == 300 * 1024


async def test_lists_filter_order_and_hide(database: str) -> None:
    at = await desk()
    stories = [await case(at=at) for _ in range(3)]
    document = """query ($filter: RegistrationFilter, $order: RegistrationOrder) {
        registrations(first: 2, filter: $filter, orderBy: $order) { nodes { id number workItem { state }
        availableActions { action ready reason } deadline { overdue } } totalCount pageInfo { hasNextPage } } }"""
    found = (await ask(at.head, document, order="NUMBER"))["registrations"]
    assert [one["number"] for one in found["nodes"]] == [story.case.number for story in stories[:2]]
    assert (found["totalCount"], found["pageInfo"]["hasNextPage"]) == (3, True)
    chosen = {"text": stories[2].case.number, "stages": ["PRE_EXAMINATION"], "states": ["IN_REVIEW"]}
    found = (await ask(at.head, document, filter=chosen))["registrations"]
    assert [one["id"] for one in found["nodes"]] == [stories[2].case.global_id]
    assert (await ask(PUBLIC_VIEWER, document))["registrations"]["totalCount"] == 0
