"""The fire engineer's rules, at their edges. Facts are plain values, so nothing here needs a database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.authorities.kinds import AuthorityKind, Grade
from models.kernel.rules import Finding, Severity
from models.people.identity import check_character
from models.professions.facts import (
    AuthorityFacts,
    CaseFacts,
    EmployerFacts,
    FileFacts,
    OpenCase,
    QualificationFacts,
    Standing,
)
from models.professions.fire_engineer import EDITION_2017, advise, settle_kind
from models.registration.kinds import AttachmentKind, RegistrationKind, StageKind

DAY = date(2026, 6, 1)
KB = 1024
JIANGSU = AuthorityFacts(1, "江苏总队", AuthorityKind.CORPS, "320000")
SICHUAN = AuthorityFacts(2, "四川总队", AuthorityKind.CORPS, "510000")
MINISTRY = AuthorityFacts(3, "国家局", AuthorityKind.MINISTRY, None)
SCAN = FileFacts("合同.jpg", "image/jpeg", 200 * KB)
PHOTO = FileFacts("照片.jpg", "image/jpeg", 120 * KB, 295, 413, plain_background=True)
NUMBER = "32010219900501123" + check_character("32010219900501123")


def facts(**values: Any) -> CaseFacts:
    """A case that meets every rule, changed as said."""
    form = {
        "name": "王海宁", "sex": "MALE", "birth_date": date(1990, 5, 1), "identity_kind": "RESIDENT",
        "identity_number": NUMBER, "mobile": "13800000000", "education": "本科", "address": "南京市",
        "capable": True, "photo_id": 1, "qualification_id": 1, "employer_name": "安澜公司",
        "employer_code": "91320100MA00000013", "employer_nature": "ENTERPRISE", "employer_address": "南京市",
        "post": "项目负责人", "term": "OPEN_ENDED", "term_from": DAY, "retired": False,
    }  # fmt: skip
    known = CaseFacts(
        kind=RegistrationKind.INITIAL,
        day=DAY,
        form=form | values.pop("form", {}),
        grade=Grade.FIRST,
        pledge_edition="2026-1",
        photo=PHOTO,
        attachments=dict.fromkeys(
            (AttachmentKind.QUALIFICATION, AttachmentKind.IDENTITY, AttachmentKind.CONTRACT), (SCAN,)
        ),
        qualification=QualificationFacts("XF1", date(2026, 3, 1), Grade.FIRST, "320000"),
        employer=EmployerFacts("安澜公司", "91320100MA00000013", "320100", fire_agency=True),
        authority=JIANGSU,
        choices=(JIANGSU, SICHUAN, MINISTRY),
    )
    return replace(known, **values)


def unmet(case: CaseFacts) -> list[Finding]:
    return [finding for finding in EDITION_2017.findings(case) if not finding.met]


def blocking(case: CaseFacts) -> set[str]:
    return {finding.rule for finding in unmet(case) if finding.blocks}


def test_a_complete_case_meets_every_rule_and_says_so() -> None:
    found = EDITION_2017.findings(facts(form={"employer_code": _code()}))
    assert [finding.message for finding in found if not finding.met] == []
    assert {finding.rule for finding in found} >= {
        "REG-KIND",
        "REG-PHOTO",
        "REG-DOCS",
        "FIRE-WHO",
        "FIRE-AGE",
    }


def test_every_unmet_finding_has_present_needed_and_law() -> None:
    empty = CaseFacts(kind=RegistrationKind.INITIAL, day=DAY, form={}, choices=(JIANGSU,))
    found = unmet(empty)
    assert {finding.rule for finding in found} == {
        "REG-PLEDGE", "REG-FORM", "REG-DOCS", "REG-EMPLOYER", "REG-AUTH",
    }  # fmt: skip
    assert all(finding.law and finding.needed and finding.present for finding in found)
    assert len([finding for finding in found if finding.rule == "REG-DOCS"]) == 3


@pytest.mark.requirement("S0-12", "S0-13", "D-1")
@pytest.mark.parametrize(
    ("photo", "fits"),
    [
        (PHOTO, True),
        (replace(PHOTO, media_type="image/png"), True),
        (replace(PHOTO, octets=300 * KB), True),
        (replace(PHOTO, octets=300 * KB + 1), False),
        (replace(PHOTO, width=413, height=295), False),
        (replace(PHOTO, media_type="image/gif"), False),
    ],
)
def test_photo_of_295_by_413_up_to_300_kb(photo: FileFacts, fits: bool) -> None:
    assert ("REG-PHOTO" not in blocking(facts(photo=photo))) is fits


@pytest.mark.requirement("D-1")
def test_a_wrong_photo_is_told_what_came_what_is_wanted_and_how_to_cure_it() -> None:
    wrong = facts(photo=replace(PHOTO, width=1080, height=1440, octets=2_800 * KB))
    finding = next(one for one in unmet(wrong) if one.rule == "REG-PHOTO")
    assert finding.message.startswith("收到1080×1440像素、2.7MB，应为295×413像素、不超过300KB")
    assert "裁剪" in (finding.advice or "")
    assert finding.path == ("basic", "photo")


def test_a_patterned_background_is_a_warning_only() -> None:
    patterned = facts(photo=replace(PHOTO, plain_background=False))
    assert "REG-PHOTO" not in blocking(patterned)
    assert [f.severity for f in unmet(patterned) if f.rule == "REG-PHOTO"] == [Severity.WARNING]


@pytest.mark.requirement("S0-14", "D-13")
@pytest.mark.parametrize(
    ("octets", "media_type", "fits"),
    [
        (300 * KB, "image/jpeg", True),
        (300 * KB + 1, "image/jpeg", False),
        (10, "application/pdf", False),
        (10, None, False),
    ],
)
def test_scans_are_pictures_up_to_300_kb(octets: int, media_type: str | None, fits: bool) -> None:
    scan = replace(SCAN, octets=octets, media_type=media_type)
    case = facts(attachments={**facts().attachments, AttachmentKind.CONTRACT: (scan,)})
    assert ("REG-FILE" not in blocking(case)) is fits


@pytest.mark.parametrize(
    ("born", "meets"), [(date(1956, 6, 1), True), (date(1956, 5, 31), False), (date(1956, 6, 2), True)]
)
def test_seventy_years_on_the_day_of_submission(born: date, meets: bool) -> None:
    assert ("FIRE-AGE" not in blocking(facts(form={"birth_date": born, "identity_kind": None}))) is meets


@pytest.mark.parametrize(
    ("qualified_on", "kind"),
    [
        (date(2025, 6, 1), RegistrationKind.INITIAL),
        (date(2025, 5, 31), RegistrationKind.LATE_INITIAL),
        (date(2024, 2, 29), RegistrationKind.LATE_INITIAL),
        (None, RegistrationKind.INITIAL),
    ],
)
def test_an_initial_registration_is_late_after_the_first_year(
    qualified_on: date | None, kind: RegistrationKind
) -> None:
    assert settle_kind(RegistrationKind.INITIAL, qualified_on, DAY) is kind


def test_a_late_initial_registration_needs_hours_and_says_why() -> None:
    old = QualificationFacts("XF1", date(2024, 1, 1), Grade.FIRST, "320000")
    case = facts(kind=RegistrationKind.LATE_INITIAL, qualification=old)
    said = {finding.rule: finding for finding in unmet(case)}
    assert {"FIRE-HOURS", "REG-DOCS"} <= blocking(case)
    assert said["FIRE-INITIAL"].severity is Severity.ADVICE
    assert "按逾期初始注册办理" in said["FIRE-INITIAL"].message
    assert "FIRE-HOURS" not in {finding.rule for finding in EDITION_2017.findings(facts())}


@pytest.mark.parametrize(
    ("obtained", "years", "hours"),
    [(date(2025, 5, 31), 1, "20学时：法律法规与职业道德4、专业技术12、消防安全管理4"),
     (date(2024, 6, 1), 2, "40学时：法律法规与职业道德8、专业技术24、消防安全管理8"),
     (date(2024, 6, 2), 1, "20学时："), (date(2021, 1, 1), 5, "100学时：")],
)  # fmt: skip
def test_twenty_hours_for_every_full_year_since_the_qualification(
    obtained: date, years: int, hours: str
) -> None:
    late = facts(
        kind=RegistrationKind.LATE_INITIAL,
        qualification=QualificationFacts("XF1", obtained, Grade.FIRST, "320000"),
    )
    finding = next(one for one in unmet(late) if one.rule == "FIRE-HOURS")
    assert finding.blocks
    assert finding.message.startswith(f"继续教育还差{hours}")
    assert finding.present == "0学时（没有证明）"
    assert (finding.needed or "").startswith(f"取得资格满{years}年，共{hours}")
    proved = replace(late, attachments={**late.attachments, AttachmentKind.HOURS_PROOF: (SCAN, SCAN)})
    counted = next(one for one in unmet(proved) if one.rule == "FIRE-HOURS")
    assert counted.severity is Severity.WARNING, "a proof is not hours: the reviewer counts them"
    assert counted.present == "已上传证明2份，学时待核对"
    assert counted.needed == finding.needed
    assert "FIRE-HOURS" not in blocking(proved)


def test_second_grade_registers_where_it_was_obtained() -> None:
    second = facts(
        grade=Grade.SECOND,
        qualification=QualificationFacts("XF2", date(2026, 3, 1), Grade.SECOND, "510000"),
        employer=EmployerFacts("四川公司", "91320100MA00000013", "510100", fire_agency=True),
    )
    assert "FIRE-GRADE" in blocking(second)
    assert "FIRE-GRADE" not in blocking(replace(second, authority=SICHUAN))
    assert advise(second).advised == SICHUAN


def test_another_corps_than_the_advised_one_is_a_warning_a_foreign_body_is_refused() -> None:
    other = facts(authority=SICHUAN)
    assert "REG-AUTH" not in blocking(other)
    warning = next(finding for finding in unmet(other) if finding.rule == "REG-AUTH")
    assert warning.message == "按REG-AUTH应选择江苏总队；您选择的是四川总队"
    assert "REG-AUTH" in blocking(facts(authority=MINISTRY))


@pytest.mark.parametrize(
    ("employer", "meets"),
    [
        (EmployerFacts("甲", "1", "320100", fire_agency=True), True),
        (EmployerFacts("乙", "1", "320100", key_unit=True), True),
        (EmployerFacts("丙", "1", "320100"), False),
        (None, False),
    ],
)
def test_employed_by_an_agency_or_a_key_unit(employer: EmployerFacts | None, meets: bool) -> None:
    assert ("FIRE-WHO" not in blocking(facts(employer=employer))) is meets


@pytest.mark.parametrize(
    ("number", "meets"), [(NUMBER, True), (NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2"), False)]
)
def test_check_character_of_the_identity_number(number: str, meets: bool) -> None:
    assert ("REG-ID" not in blocking(facts(form={"identity_number": number}))) is meets


def test_an_old_identity_number_must_be_upgraded_and_never_stands_in_a_finding() -> None:
    case = facts(form={"identity_number": "320102900501123"})
    finding = next(one for one in unmet(case) if one.rule == "REG-ID")
    assert "请先更新身份证号" in finding.message
    assert "320102900501123" not in repr(finding)


@pytest.mark.parametrize(
    ("standing", "legal"), [(Standing.NEVER, True), (Standing.VALID, False), (Standing.REVOKED, False)]
)
def test_who_is_registered_does_not_register_again(standing: Standing, legal: bool) -> None:
    assert ("REG-KIND" not in blocking(facts(standing=standing))) is legal


def test_one_open_case_of_a_kind_and_one_employer() -> None:
    late = OpenCase(RegistrationKind.LATE_INITIAL, "苏消注 2026-000001")
    assert "REG-ONE" in blocking(facts(other_cases=(late,)))
    assert "REG-ONE" not in blocking(facts(other_cases=(OpenCase(RegistrationKind.REISSUE, None),)))
    assert "REG-TWO" in blocking(facts(employed_at="另一公司"))


def test_the_route_is_pre_examination_acceptance_examination_decision_certificate() -> None:
    route = EDITION_2017.form(RegistrationKind.INITIAL).route
    assert [(step.stage, step.workdays, step.extension) for step in route] == [
        (StageKind.PRE_EXAMINATION, 3, 0),
        (StageKind.ACCEPTANCE, 5, 0),
        (StageKind.EXAMINATION, 20, 10),
        (StageKind.DECISION, 20, 10),
        (StageKind.CERTIFICATE_MAKING, 10, 0),
    ]
    assert [step.stage for step in route if step.decides] == [StageKind.DECISION]
    assert [step.stage for step in route if step.deemed_passed] == [StageKind.ACCEPTANCE]


def _code() -> str:
    from tests.factories import credit_code  # noqa: PLC0415

    return credit_code(1)
