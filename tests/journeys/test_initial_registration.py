"""The whole story over HTTP and sockets alone: from the first code to a certificate that a stranger verifies."""

from urllib.parse import unquote, urlsplit

import pytest

from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import Client, Declined, Json
from tests.journeys.entering import sign_in
from tests.journeys.filling import SCANS, choose_authority, cut_photo, employment, take_pledge
from tests.journeys.following import nothing_was_missed
from tests.journeys.papers import lying_photo, program
from tests.journeys.stream import CASES, MESSAGES, Stream, following
from tests.printing.reading import qr_codes, text_of
from tests.server import Server
from tests.waiting import until

PHOTO_SIZE = (295, 413)
KIB = 1024
SEEN = [
    "REGISTRATION_SUBMITTED",
    "REGISTRATION_RETURNED",
    "REGISTRATION_SAVED",
    "REGISTRATION_SAVED",
    "REGISTRATION_SAVED",
    "REGISTRATION_RESUBMITTED",
    "STAGE_PASSED",
    "STAGE_PASSED",
    "STAGE_PASSED",
    "REGISTRATION_GRANTED",
    "REGISTRATION_COMPLETED",
]
"""What the person sees happen to the application, in this order."""

TOLD = [
    "REGISTRATION_SUBMITTED",
    "REGISTRATION_RETURNED",
    "REGISTRATION_RESUBMITTED",
    "STAGE_PASSED",
    "STAGE_PASSED",
    "STAGE_PASSED",
    "REGISTRATION_GRANTED",
    "CERTIFICATE_ISSUED",
]
"""What becomes a message in the person's inbox."""

CURSOR = "query { registrations(first: 1) { cursor } }"
VERIFY = """query ($code: String!) { verifyCertificate(code: $code) {
  genuine number name sex identityMasked profession grade employerName printedValidUntil state differences { path } } }"""


@pytest.mark.requirement(
    "S0-7", "S0-8", "S0-10", "S0-12", "S0-13", "S0-15", "S0-17", "S0-18", "S0-19", "S0-23", "S0-45", "D-1",
    "D-2",
)  # fmt: skip
async def test_from_the_first_code_to_the_verified_certificate(server: Server) -> None:
    async with gathering(server) as cast:
        person = cast.applicant
        await fill_in_with_every_mistake(person)
        cursor = (await person.client.ask(CURSOR))["registrations"]["cursor"]
        async with (
            following(person.client, CASES, after=cursor, id=person.case["id"]) as cases,
            following(person.client, MESSAGES, after=cursor) as messages,
        ):
            await hand_in(person)
            await returned_and_corrected(cast, cases)
            await granted(cast, cases)
            certificate = await issued(cast, cases)
            await messages.named("CERTIFICATE_ISSUED")
            assert [name for name in cases.names if name in SEEN] == SEEN
            assert messages.names == TOLD
            await nothing_was_missed(person, cursor, cases, messages)
        await the_certificate_is_verified_by_a_stranger(cast, certificate)


async def fill_in_with_every_mistake(person: Applicant) -> None:
    """The checklist names all that is missing, and shrinks as it is done; what does not fit is refused."""
    await person.start()
    assert {"REG-PLEDGE", "REG-FORM", "REG-EMPLOYER", "REG-AUTH", "REG-DOCS"} <= rules(person)
    with pytest.raises(Declined) as refused:
        await person.submit()
    assert {error["finding"]["rule"] for error in refused.value.errors} >= {"REG-PLEDGE", "REG-DOCS"}

    await take_pledge(person)
    assert "REG-PLEDGE" not in rules(person)
    await person.act("saveRegistration", basic=person.who.basic)
    await person.act("saveRegistration", employment=await employment(person))
    assert "REG-EMPLOYER" not in rules(person)

    await a_photo_that_fits_only_after_the_photo_tool(person)
    disguised = await person.upload("SCAN", "身份证.jpg", program())
    assert disguised["errors"][0]["code"] == "FILE_REFUSED"
    for kind, title in SCANS.items():
        assert "REG-DOCS" in rules(person)
        await person.attach(kind, title)
    await choose_authority(person)
    assert person.unmet() == set()
    assert person.case["kind"] == "INITIAL"
    assert person.case["grade"] == "FIRST"


async def a_photo_that_fits_only_after_the_photo_tool(person: Applicant) -> None:
    """413 wide and 295 high does not do; the tool makes 295 x 413 of at most 300 KB."""
    lying = await person.upload("PHOTO", "证件照.jpg", lying_photo())
    await person.act("saveRegistration", basic={"photoFileId": lying["file"]["id"]})
    (finding,) = [one for one in person.case["findings"] if one["rule"] == "REG-PHOTO" and not one["met"]]
    assert "413×295" in finding["present"]
    assert "295×413" in finding["needed"]
    photo = await cut_photo(person)
    assert (photo["width"], photo["height"]) == PHOTO_SIZE
    content = (await person.client.download(photo["downloadUrl"])).content
    assert len(content) == photo["bytes"] <= 300 * KIB
    await person.act("saveRegistration", basic={"photoFileId": photo["id"]})
    assert "REG-PHOTO" not in rules(person)


async def hand_in(person: Applicant) -> None:
    """The digest says that what was confirmed is what is handed in."""
    with pytest.raises(Declined):
        await person.act("submitRegistration", previewDigest="0" * 64)
    await person.look()
    case = await person.submit()
    assert case["state"] == "IN_REVIEW"
    assert case["number"]
    assert case["stage"]["kind"] == "PRE_EXAMINATION"


async def returned_and_corrected(cast: Cast, cases: Stream) -> None:
    """A remark on a field and one on an attachment; both corrected, and back to the same stage."""
    person, officer = cast.applicant, await cast.at("PRE_EXAMINATION")
    item = await officer.arrival(person.case["id"], "PRE_EXAMINATION")
    assert item["state"] == "FREE"
    assert item["subject"]["title"].startswith(person.who.name)
    await officer.claim(item["id"])
    contract = next(
        one for one in (await officer.read(person.case["id"]))["attachments"] if one["kind"] == "CONTRACT"
    )
    await officer.decide(
        "returnRegistration",
        person.case["id"],
        remarks=[
            {"path": ["employment", "post"], "text": "岗位与劳动合同不一致"},
            {"attachmentId": contract["id"], "page": 1, "box": [0.1, 0.6, 0.3, 0.1], "text": "看不清公章"},
        ],
    )
    frame = await cases.named("REGISTRATION_RETURNED")
    assert frame["registration"]["state"] == "RETURNED"
    case = await person.look()
    assert [remark["text"] for remark in case["remarks"]] == ["岗位与劳动合同不一致", "看不清公章"]
    await person.act("saveRegistration", employment={"post": "消防设施检测员（高级）"})
    await person.act("detachFromRegistration", attachmentId=contract["id"])
    await person.attach("CONTRACT", "劳动合同", "公章清楚")
    assert all(remark["answered"] for remark in person.case["remarks"])
    await person.submit("resubmitRegistration")
    assert person.case["stage"]["kind"] == "PRE_EXAMINATION"


async def granted(cast: Cast, cases: Stream) -> None:
    """Each desk sees it arrive without asking, claims, passes; the last of them grants."""
    case_id = cast.applicant.case["id"]
    for stage in ("PRE_EXAMINATION", "ACCEPTANCE", "EXAMINATION", "DECISION"):
        officer = await cast.at(stage)
        await officer.claim((await officer.arrival_again(case_id, stage))["id"])
        await officer.decide("passRegistration", case_id, opinion="材料齐全，符合条件")
    frame = await cases.named("REGISTRATION_GRANTED")
    assert frame["registration"]["state"] == "GRANTED"


async def issued(cast: Cast, cases: Stream) -> Json:
    """The certificate as its holder finds it."""
    person, officer = cast.applicant, await cast.at("CERTIFICATE_MAKING")
    await officer.claim((await officer.arrival(person.case["id"], "CERTIFICATE_MAKING"))["id"])
    await officer.decide("issueCertificate", person.case["id"], "certificate { id number }")
    await cases.named("REGISTRATION_COMPLETED")

    async def with_document() -> Json | None:
        held: Json = await person.client.ask(
            "{ certificates(first: 5) { nodes { number state verifyCode validUntil document { downloadUrl } } } }"
        )
        (certificate,) = held["certificates"]["nodes"]
        return certificate if certificate["document"] else None

    return await until(with_document)


async def the_certificate_is_verified_by_a_stranger(cast: Cast, certificate: Json) -> None:
    """The QR code of the PDF leads to the page; the page and the query say the same; a changed code is nothing."""
    person, stranger = cast.applicant, await cast.stranger()
    pdf = (await person.client.download(certificate["document"]["downloadUrl"])).content
    assert person.who.name in text_of(pdf)
    (address,) = qr_codes(pdf)
    path = urlsplit(address).path
    assert path == f"/verify/{certificate['verifyCode']}"
    page = (await stranger.download(path)).text
    for shown in (person.who.name, certificate["number"], "南京青砚消防技术服务有限公司", "有效"):
        assert shown in page
    assert person.who.number not in page
    proof = (await stranger.ask(VERIFY, code=certificate["verifyCode"]))["verifyCertificate"]
    assert proof["genuine"] is True
    assert (proof["name"], proof["number"], proof["state"]) == (
        person.who.name,
        certificate["number"],
        "VALID",
    )
    assert proof["printedValidUntil"] == certificate["validUntil"]
    assert proof["differences"] == []
    await a_changed_code_is_nothing(stranger, unquote(certificate["verifyCode"]))


async def a_changed_code_is_nothing(stranger: Client, code: str) -> None:
    changed = code[:-1] + ("A" if code[-1] != "A" else "B")
    proof = (await stranger.ask(VERIFY, code=changed))["verifyCertificate"]
    assert proof is None or proof["genuine"] is False
    page = await stranger.http.get(f"/verify/{changed}")
    assert page.status_code == 404
    assert "有效期至" not in page.text


@pytest.mark.requirement("S0-16", "S0-22", "D-2")
async def test_a_draft_is_found_again_after_signing_in_from_elsewhere(server: Server) -> None:
    async with gathering(server) as cast:
        person = cast.applicant
        await person.start()
        await person.act("saveRegistration", basic={"education": "安全工程 本科"})
        elsewhere = await cast.stranger()
        await sign_in(elsewhere, person.who.mobile, person.who.password)
        found = await elsewhere.ask(
            "{ registrations(first: 5) { nodes { id state basic { education } availableActions { action } } } }"
        )
        (draft,) = found["registrations"]["nodes"]
        assert (draft["id"], draft["state"]) == (person.case["id"], "DRAFT")
        assert draft["basic"]["education"] == "安全工程 本科"
        assert "SAVE_REGISTRATION" in {one["action"] for one in draft["availableActions"]}


def rules(person: Applicant) -> set[str]:
    return person.unmet()
