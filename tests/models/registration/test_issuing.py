"""The certificate: its numbers, its validity, what it changes, and what a stranger is told of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.agencies.tables import Employer, Employment
from models.kernel.clock import freeze
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.credentials import Seal
from models.registration.kinds import CredentialState, RegistrationState, StageKind
from models.registration.letters import certificate_paper, receipt_paper
from models.registration.papers import application_paper
from models.registration.verify import verify_certificate
from tests.factories import Story, agency, case, desk
from tests.registration_story import issue, recorded

MAKING = StageKind.CERTIFICATE_MAKING
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def signed(code: str) -> bool:
    return code.startswith("code-of-")


async def test_issuing_makes_certificate_seal_and_employment(database: str) -> None:
    with freeze(MONDAY):
        story = await case(stage=MAKING)
        certificate = await issue(story)
    assert story.case.state is RegistrationState.COMPLETED
    assert certificate.number == "苏1消2026000001"
    assert certificate.printed_identity.startswith("320102********")
    assert (await Seal.get(certificate_id=certificate.id)).number == "苏1消章2026000001"
    employment = await Employment.get(person_id=story.case.applicant_id)
    assert (employment.employer_id, employment.since, employment.until) == (
        story.employer.id,
        date(2026, 3, 2),
        None,
    )
    assert [one.name for one in await recorded(story.case)][-1] == "REGISTRATION_COMPLETED"
    issued = (await recorded(certificate))[-1]
    assert (issued.name, issued.public) == ("CERTIFICATE_ISSUED", True)


async def test_numbers_of_a_series_count_up(sqlite: str) -> None:
    at = await desk()
    with freeze(MONDAY):
        numbers = [(await issue(await case(stage=MAKING, at=at))).number for _ in range(2)]
    with freeze(MONDAY + timedelta(days=365)):
        numbers.append((await issue(await case(stage=MAKING, at=at))).number)
    assert numbers == ["苏1消2026000001", "苏1消2026000002", "苏1消2027000001"]


async def test_verifying_shows_what_is_printed_and_what_is_true_now(sqlite: str) -> None:
    with freeze(MONDAY):
        story = await case(stage=MAKING)
        certificate = await issue(story)
        proof = await verify_certificate(certificate.verify_code, signed)
    assert proof is not None
    assert (proof.genuine, proof.name, proof.state, proof.differences) == (
        True, "王海宁", CredentialState.VALID, (),
    )  # fmt: skip
    await _move(SYSTEM_VIEWER, story=story, to=await agency(name="新单位"))
    with freeze(datetime(2029, 3, 2, 1, 0, tzinfo=UTC)):
        proof = await verify_certificate(certificate.verify_code, signed)
    assert proof is not None
    assert (proof.state, proof.state_since) == (CredentialState.EXPIRED, date(2029, 3, 2))
    assert [(one.before, one.after) for one in proof.differences] == [("南京安澜消防技术有限公司", "新单位")]


async def test_a_number_that_anybody_can_guess_shows_no_name(sqlite: str) -> None:
    certificate = await issue(await case(stage=MAKING))
    by_number = await verify_certificate(f" {certificate.number} ", signed)
    assert by_number is not None
    assert (by_number.name, by_number.photo_id) == ("王*宁", None)
    for nothing in ("", "苏1消9999000001", "x" * 134, "x" * 500):
        assert await verify_certificate(nothing, signed) is None


async def test_papers_say_what_the_record_says(sqlite: str) -> None:
    with freeze(MONDAY):
        story = await case(stage=MAKING)
        certificate = await issue(story)
        form = await application_paper(story.case)
        receipt = await receipt_paper(story.case)
        paper = await certificate_paper(certificate)
    assert (form.name, form.employer_nature, form.digest) == ("王海宁", "企业", form.digest)
    assert [one.kind for one in form.attachments] == ["资格证书", "身份证件", "劳动合同或聘用文件"]
    assert (receipt.head.number, receipt.accepted_on) == ("苏消注 2026-000001", date(2026, 3, 2))
    assert (paper.seal_number, paper.grade, paper.valid_until) == (
        "苏1消章2026000001", "一级", date(2029, 3, 1),
    )  # fmt: skip


@unit_of_work
async def _move(unit: Unit, *, story: Story, to: Employer) -> None:
    row = await Employment.get(person_id=story.case.applicant_id)
    row.until = date(2026, 6, 1)
    await row.store("until")
    await Employment.create(
        person_id=story.case.applicant_id, employer_id=to.id, profession=row.profession, since=row.until
    )


@pytest.mark.requirement("S0-45")
async def test_the_applicants_history_tells_every_step(sqlite: str) -> None:
    story = await case(stage=MAKING)
    told = [
        one.summary for one in await recorded(story.case) if one.audience.person_id == story.filer.person_id
    ]
    assert told[-4:] == [
        "预审已通过，进入受理",
        "受理已通过，进入审核",
        "审核已通过，进入决定",
        f"申请{story.case.number}准予注册",
    ]
