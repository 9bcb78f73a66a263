"""Filling in: by the filer alone, with gaps, from two pages at once."""

import pytest

from models.authorities.kinds import ReviewerRole
from models.files.tables import FilePurpose, FileState
from models.kernel.errors import (
    Duplicate,
    ErrorCode,
    Forbidden,
    NotFound,
    Refused,
    StaleVersion,
)
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.registration.gather import assess
from models.registration.kinds import AttachmentKind, RegistrationKind, RegistrationState, StageKind
from models.registration.steps.drafting import accept_pledge, save_registration, start_registration
from models.registration.steps.files import attach_to_registration, detach_from_registration
from models.registration.steps.filing import discard_registration
from models.registration.tables import Attachment, Registration
from tests.factories import FIRE, agency, case, corps, draft, employer_account, engineer, picture, reviewer
from tests.registration_story import issue

INITIAL = RegistrationKind.INITIAL


@pytest.mark.requirement("S0-16")
async def test_a_draft_starts_with_what_is_known_and_is_saved_with_gaps(database: str) -> None:
    filer = await engineer(name="王海宁")
    row = await draft(filer)
    assert (row.state, row.name, row.grade) == (RegistrationState.DRAFT, "王海宁", "FIRST")
    saved = (
        await save_registration(filer, id=row.id, version=1, changes={"post": " 项目负责人 ", "email": ""})
    ).value
    assert (saved.version, saved.post, saved.email) == (2, "项目负责人", None)
    assert saved.field_versions == {"post": 2}


async def test_only_a_person_starts_and_only_the_filer_writes(sqlite: str) -> None:
    row = await draft()
    authority = await corps()
    strangers = [
        PUBLIC_VIEWER,
        await engineer(),
        await employer_account(await agency()),
        await reviewer(ReviewerRole.HEAD, at=authority),
        Viewer(ViewerKind.ADMINISTRATOR, account_id=99),
    ]
    for stranger in strangers:
        with pytest.raises(NotFound):
            await save_registration(stranger, id=row.id, version=1, changes={"post": "甲"})
    for stranger in (strangers[0], strangers[2], strangers[3]):
        with pytest.raises(Forbidden):
            await start_registration(stranger, profession=FIRE, kind=INITIAL)
    assert (await Registration.get(id=row.id)).version == 1


@pytest.mark.requirement("D-11")
async def test_saves_of_different_fields_merge_and_of_the_same_field_conflict(database: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    await save_registration(filer, id=row.id, version=1, changes={"post": "甲"})
    merged = (await save_registration(filer, id=row.id, version=1, changes={"department": "乙"})).value
    assert (merged.post, merged.department, merged.version) == ("甲", "乙", 3)
    with pytest.raises(Refused) as refused:
        await save_registration(filer, id=row.id, version=1, changes={"post": "丙", "education": "本科"})
    error = refused.value.errors[0]
    assert isinstance(error, StaleVersion)
    assert error.current_version == 3
    assert [(one.path, one.after, one.mine) for one in error.differences] == [
        (("employment", "post"), "甲", "丙")
    ]
    assert (await Registration.get(id=row.id)).education is None


async def test_a_save_that_changes_nothing_records_nothing(sqlite: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    done = await save_registration(filer, id=row.id, version=1, changes={"name": row.name})
    assert (done.value.version, done.cursor) == (1, None)


async def test_texts_too_long_are_refused_all_at_once(sqlite: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    with pytest.raises(Refused) as refused:
        await save_registration(
            filer, id=row.id, version=1, changes={"post": "甲" * 81, "education": "乙" * 81}
        )
    assert [error.path for error in refused.value.errors] == [
        ("input", "employment", "post"),
        ("input", "basic", "education"),
    ]


async def test_one_open_case_even_when_two_pages_start_at_once(database: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    with pytest.raises(Refused) as refused:
        await draft(filer)
    error = refused.value.errors[0]
    assert isinstance(error, Duplicate)
    assert error.existing == row.global_id


async def test_whoever_is_registered_is_told_what_to_do_instead(sqlite: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    await issue(story)
    with pytest.raises(Refused) as refused:
        await draft(story.filer)
    assert refused.value.errors[0].message == "现在不能办理初始注册：已注册，注册证有效"


@pytest.mark.requirement("S0-8")
async def test_the_pledge_that_was_read_is_the_one_accepted(sqlite: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    assert "REG-PLEDGE" in {one.rule for one in (await assess(row)).findings if one.blocks}
    with pytest.raises(Refused) as refused:
        await accept_pledge(filer, id=row.id, version=1, pledge_edition="2019-1")
    assert refused.value.errors[0].code is ErrorCode.INVALID
    done = (await accept_pledge(filer, id=row.id, version=1, pledge_edition="2026-1")).value
    assert "REG-PLEDGE" not in {one.rule for one in (await assess(done)).findings if one.blocks}


async def test_what_is_typed_with_the_choice_of_an_employer_stands_above_its_record(sqlite: str) -> None:
    filer, employer = await engineer(), await agency()
    row = await draft(filer)
    chosen = {"employer_id": employer.id, "employer_name": "乱写", "employer_address": "中山路1号"}
    saved = (await save_registration(filer, id=row.id, version=1, changes=chosen)).value
    assert (saved.employer_name, saved.employer_address) == (employer.name, "中山路1号")
    assert saved.employer_code == employer.credit_code


async def test_a_typed_credit_code_finds_the_employer_on_record(sqlite: str) -> None:
    filer, employer = await engineer(), await agency()
    row = await draft(filer)
    saved = (
        await save_registration(
            filer,
            id=row.id,
            version=1,
            changes={"employer_code": employer.credit_code, "employer_name": "乱写"},
        )
    ).value
    assert (saved.employer_id, saved.employer_name) == (employer.id, employer.name)
    again = (
        await save_registration(filer, id=row.id, version=2, changes={"employer_code": "91320100MA0000000X"})
    ).value
    assert again.employer_id is None


@pytest.mark.requirement("S0-14", "D-13")
async def test_a_file_goes_into_its_slot_only_if_it_fits(sqlite: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    big = await picture(filer, bytes=300 * 1024 + 1, name="合同.jpg")
    with pytest.raises(Refused) as refused:
        await attach_to_registration(
            filer, id=row.id, version=1, kind=AttachmentKind.CONTRACT, file_id=big.id
        )
    assert refused.value.errors[0].code is ErrorCode.FILE_REFUSED
    assert refused.value.errors[0].message == "合同.jpg为JPG、301KB，此处要求JPG、PNG、不超过300KB"
    fine = await picture(filer)
    with pytest.raises(Refused) as refused:
        await attach_to_registration(
            filer, id=row.id, version=1, kind=AttachmentKind.RETIREMENT_CERTIFICATE, file_id=fine.id
        )
    assert refused.value.errors[0].code is ErrorCode.INVALID
    row = (
        await attach_to_registration(
            filer, id=row.id, version=1, kind=AttachmentKind.CONTRACT, file_id=fine.id
        )
    ).value
    kept = await Attachment.get(registration_id=row.id)
    row = (await detach_from_registration(filer, id=row.id, version=2, attachment_id=kept.id)).value
    assert (row.version, await Attachment.all().count()) == (3, 0)


async def test_files_of_others_and_unchecked_files_cannot_be_attached(sqlite: str) -> None:
    filer, other = await engineer(), await engineer()
    row = await draft(filer)
    for foreign in (await picture(other), await picture(filer, subject="reg", subject_id=row.id + 1)):
        with pytest.raises(NotFound):
            await attach_to_registration(
                filer, id=row.id, version=1, kind=AttachmentKind.CONTRACT, file_id=foreign.id
            )
    scanning = await picture(filer, state=FileState.SCANNING)
    with pytest.raises(Refused):
        await attach_to_registration(
            filer, id=row.id, version=1, kind=AttachmentKind.CONTRACT, file_id=scanning.id
        )
    with pytest.raises(Refused):
        await save_registration(filer, id=row.id, version=1, changes={"photo_id": (await picture(filer)).id})


async def test_a_discarded_draft_keeps_nothing_private(database: str) -> None:
    filer = await engineer(name="王海宁")
    row = await draft(filer)
    photo = await picture(filer, FilePurpose.PHOTO)
    row = (await save_registration(filer, id=row.id, version=1, changes={"photo_id": photo.id})).value
    row = (await discard_registration(filer, id=row.id, version=row.version)).value
    kept = await Registration.get(id=row.id)
    assert (kept.state, kept.name, kept.identity_number, kept.mobile, kept.photo_id) == (
        RegistrationState.LAPSED, None, None, None, None,
    )  # fmt: skip
    await photo.refresh_from_db()
    assert photo.subject is None
    assert (await draft(filer)).id != row.id
