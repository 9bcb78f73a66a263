"""The declaration in its three steps: the pledge, the information with its material, and handing in what was confirmed."""

from typing import Any

import pytest

from models.authorities.tables import Authority
from models.files.tables import FilePurpose
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.tables import Registration
from tests.factories import SCANS, agency, case, corps, draft, engineer, picture
from tests.schema.registration.asking import ask, do

ROW = "registration { id version state }"
BASIC = {
    "name": "林知夏", "sex": "FEMALE", "birthDate": "1993-04-12", "identityKind": "PASSPORT",
    "identityNumber": "E12345678", "mobile": "13612345678", "email": "xia@example.cn",
    "education": "安全工程 本科", "address": "南京市汉口路22号", "capable": True,
}  # fmt: skip
WORK = {
    "name": "南京青砚消防技术服务有限公司", "creditCode": "91320100MA00000X01", "nature": "ENTERPRISE",
    "address": "南京市中山路9号", "postcode": "210008", "phone": "025-12345678", "fax": "025-87654321",
    "department": "技术部", "post": "消防设施检测员", "term": "FIXED", "termFrom": "2026-01-01",
    "termUntil": "2028-12-31", "retired": False,
}  # fmt: skip
HIDDEN = ("name", "identityNumber", "mobile", "email", "address")
"""Of the basic information, shown as a mask and a full text."""
ANSWERS = (
    "pledgeAccepted previewDigest "
    f"basic {{ {' '.join(one for one in BASIC if one not in HIDDEN)} photo {{ id }} "
    f"{' '.join(one + ' { full }' for one in HIDDEN)} }} "
    f"employment {{ employer {{ id }} {' '.join(WORK)} }} authority {{ id }} attachments {{ kind file {{ id }} }}"
)


class Form:
    """A draft as its filer's client holds it: every step goes with the version last read."""

    def __init__(self, filer: Viewer, row: Registration) -> None:
        self.filer, self.id, self.version, self.steps = filer, row.global_id, row.version, 0

    async def step(self, name: str, **given: Any) -> list[str]:
        """What is refused; nothing when it is done."""
        self.steps += 1
        on = {"id": self.id, "version": self.version, "idempotencyKey": str(self.steps)}
        payload = await do(self.filer, name, ROW, **on, **given)
        self.version = payload["registration"]["version"] if payload["registration"] else self.version
        return [(error["path"] or [""])[0] for error in payload["userErrors"]]

    async def shown(self, fields: str = ANSWERS) -> dict[str, Any]:
        document = f"query ($id: ID!) {{ node(id: $id) {{ ... on Registration {{ {fields} }} }} }}"
        found: dict[str, Any] = (await ask(self.filer, document, id=self.id))["node"]
        return found

    async def submit(self) -> list[str]:
        return await self.step(
            "submitRegistration", previewDigest=(await self.shown("previewDigest"))["previewDigest"]
        )

    async def inform(self) -> None:
        employer, photo = await agency(), await picture(self.filer, FilePurpose.PHOTO)
        basic = {"education": "本科", "address": "南京市", "capable": True, "photoFileId": photo.global_id}
        work = {"employerId": employer.global_id, "post": "项目负责人", "term": "OPEN_ENDED"}
        await self.step(
            "saveRegistration", basic=basic, employment=work | {"termFrom": "2026-01-01", "retired": False}
        )

    async def upload(self) -> None:
        for kind in SCANS:
            await self.step("attachToRegistration", kind=kind, fileId=(await picture(self.filer)).global_id)


@pytest.mark.requirement("S0-7", "S0-8", "S0-10", "S0-15", "S0-18")
async def test_pledge_information_and_material_and_a_chosen_body_come_before_submission(
    database: str,
) -> None:
    body = await corps()
    filer = await engineer()
    form = Form(filer, await draft(filer))
    (initial, *_) = (
        await ask(
            PUBLIC_VIEWER,
            "{ rulebook(profession: FIRE_ENGINEER) { forms { kind sections pledge { edition heading body } } } }",
        )
    )["rulebook"]["forms"]
    assert (initial["kind"], initial["sections"]) == (
        "INITIAL",
        ["PLEDGE", "BASIC", "PHOTO", "EMPLOYMENT", "ATTACHMENTS", "AUTHORITY", "PREVIEW"],
    )
    assert "诚信承诺书" in initial["pledge"]["heading"] and len(initial["pledge"]["body"]) > 100
    left = {"pledge", "basic", "employment", "attachments", "authority"}
    for done, act in (
        ("pledge", form.step("acceptPledge", pledgeEdition=initial["pledge"]["edition"])),
        ("basic employment", form.inform()),
        ("attachments", form.upload()),
        ("authority", form.step("chooseAuthority", authorityId=body.global_id)),
    ):
        assert set(await form.submit()) == left
        await act
        left -= set(done.split())
    assert await form.submit() == []
    assert (await form.shown("state authority { id }")) == {
        "state": "IN_REVIEW",
        "authority": {"id": body.global_id},
    }


@pytest.mark.requirement("S0-9")
async def test_every_answer_is_kept_as_it_was_given(database: str) -> None:
    filer = await engineer()
    form = Form(filer, await draft(filer))
    assert await form.step("saveRegistration", basic=BASIC, employment=WORK) == []
    answers = await form.shown()
    basic, work = answers["basic"], answers["employment"]
    assert {one: basic[one]["full"] if one in HIDDEN else basic[one] for one in BASIC} == BASIC
    assert {one: work[one] for one in WORK} == WORK


@pytest.mark.requirement("S0-18")
async def test_the_bodies_to_choose_from_are_those_that_review_it(sqlite: str) -> None:
    one, two = await corps(), await corps("川", "510000")
    other = await corps("部", "110000", professions=["SAFETY_ENGINEER"])
    filer = await engineer()
    form = Form(filer, await draft(filer))
    choices = (await form.shown("authorityAdvice { choices { id } }"))["authorityAdvice"]["choices"]
    assert {choice["id"] for choice in choices} == {one.global_id, two.global_id}
    assert await form.step("chooseAuthority", authorityId=other.global_id) == ["input"]
    for body in (two, one):
        assert await form.step("chooseAuthority", authorityId=body.global_id) == []
        assert (await form.shown("authority { id }"))["authority"]["id"] == body.global_id


@pytest.mark.requirement("S0-17")
async def test_what_is_submitted_is_what_was_shown_and_confirmed(sqlite: str) -> None:
    """The confirmation shows every answer; whatever is changed afterwards has to be confirmed anew."""
    story = await case(stage=None)
    form = Form(story.filer, story.case)
    seen = await form.shown()
    assert seen["pledgeAccepted"] is True
    assert seen["basic"]["name"] == {"full": "王海宁"} and seen["basic"]["photo"]
    assert seen["employment"]["employer"] == {"id": story.employer.global_id}
    assert seen["authority"] == {"id": story.authority.global_id}
    assert [one["kind"] for one in seen["attachments"]] == list(SCANS)
    for act in (
        form.step("saveRegistration", basic={"education": "硕士"}),
        form.step("saveRegistration", employment={"post": "技术负责人"}),
        form.step("attachToRegistration", kind="OTHER", fileId=(await picture(story.filer)).global_id),
        form.step("chooseAuthority", authorityId=(await _another()).global_id),
    ):
        confirmed = (await form.shown("previewDigest"))["previewDigest"]
        assert await act == []
        assert await form.step("submitRegistration", previewDigest=confirmed) == ["input"]
    assert (await form.shown("state"))["state"] == "DRAFT"
    assert await form.submit() == []


async def _another() -> Authority:
    return await corps("浙", "330000")
