"""The safety engineer's rules, at their edges. Facts are plain values, so nothing here needs a database."""

from dataclasses import replace
from datetime import date

import pytest

from models.authorities.kinds import Grade
from models.kernel.rules import Severity
from models.professions.facts import (
    AuthorityFacts,
    CaseFacts,
    EmployerFacts,
    FileFacts,
    QualificationFacts,
)
from models.professions.safety_engineer import EDITION_2019, INITIAL
from models.registration.kinds import AttachmentKind, RegistrationKind
from tests.factories import credit_code
from tests.models.professions.safety_case import (
    CENTRE,
    COAL,
    DAY,
    FORM,
    FUJIAN,
    GROUP,
    HOLDING,
    HOUSING,
    MB,
    SCAN,
    SHANXI,
    TRANSPORT,
    blocking,
    facts,
    of_rule,
    unmet,
)


def test_a_complete_case_meets_every_rule() -> None:
    assert [finding.message for finding in unmet(facts())] == []


def test_every_unmet_finding_has_present_needed_and_law() -> None:
    found = unmet(CaseFacts(kind=RegistrationKind.INITIAL, day=DAY, form={}, choices=(FUJIAN,)))
    assert {finding.rule for finding in found if finding.blocks} == {
        "REG-PLEDGE", "REG-FORM", "REG-DOCS", "REG-EMPLOYER", "REG-AUTH", "SAFE-CATEGORY",
    }  # fmt: skip
    assert all(finding.law and finding.needed and finding.present for finding in found)


@pytest.mark.requirement("S4-8")
@pytest.mark.parametrize(
    ("born", "meets"),
    [
        (date(1956, 6, 2), True), (date(1956, 6, 1), True), (date(1956, 5, 31), False),
    ],
)  # fmt: skip
def test_seventy_years_on_the_day_of_submission(born: date, meets: bool) -> None:
    case = facts(form={"birth_date": born, "identity_kind": None})
    assert ("SAFE-AGE" not in blocking(case)) is meets


@pytest.mark.requirement("S4-8")
@pytest.mark.parametrize(("day", "meets"), [(date(2026, 2, 28), True), (date(2026, 3, 1), False)])
def test_who_was_born_on_a_leap_day_is_seventy_on_28_february(day: date, meets: bool) -> None:
    case = facts(day=day, form={"birth_date": date(1956, 2, 29), "identity_kind": None})
    assert ("SAFE-AGE" not in blocking(case)) is meets


@pytest.mark.requirement("S4-7")
@pytest.mark.parametrize(("declared", "meets"), [(True, True), (False, False)])
def test_full_civil_capacity_is_declared(declared: bool, meets: bool) -> None:
    assert ("SAFE-CAPACITY" not in blocking(facts(form={"capable": declared}))) is meets


@pytest.mark.requirement("S4-6", "S4-9")
@pytest.mark.parametrize(
    ("nature", "meets"),
    [
        ("ENTERPRISE", True), ("PROFESSIONAL_SERVICE", True), ("INSTITUTION", True),
        ("INSTITUTION_CLOSED", False), ("ADMINISTRATIVE", False),
    ],
)  # fmt: skip
def test_organs_and_institutions_without_business_do_not_qualify(nature: str, meets: bool) -> None:
    case = facts(form={"employer_nature": nature})
    assert ("SAFE-ORGAN" not in blocking(case)) is meets
    if not meets:
        assert "不予受理" in of_rule(case, "SAFE-ORGAN").message


@pytest.mark.requirement("S4-33", "S4-35")
@pytest.mark.parametrize(
    ("obtained", "day", "kind"),
    [
        (date(2019, 2, 28), date(2024, 2, 28), RegistrationKind.INITIAL),
        (date(2019, 2, 28), date(2024, 2, 29), RegistrationKind.INITIAL),
        (date(2010, 9, 1), date(2024, 2, 29), RegistrationKind.INITIAL),
        (date(2010, 9, 1), date(2024, 3, 1), RegistrationKind.LATE_INITIAL),
        (date(2019, 3, 1), date(2024, 3, 1), RegistrationKind.INITIAL),
        (date(2019, 3, 1), date(2024, 3, 2), RegistrationKind.LATE_INITIAL),
        (date(2020, 2, 29), date(2025, 2, 28), RegistrationKind.INITIAL),
        (date(2020, 2, 29), date(2025, 3, 1), RegistrationKind.LATE_INITIAL),
    ],
)
def test_initial_within_five_years_and_old_qualifications_before_march_2024(
    obtained: date, day: date, kind: RegistrationKind
) -> None:
    assert INITIAL.settle_kind(RegistrationKind.INITIAL, obtained, day) is kind
    assert INITIAL.settle_kind(RegistrationKind.LATE_INITIAL, obtained, day) is kind


@pytest.mark.requirement("S2-24")
def test_without_an_examination_record_the_hint_says_what_to_check() -> None:
    finding = of_rule(facts(qualification=None), "SAFE-RECORD")
    assert finding.blocks
    assert finding.message == "没有您的考试信息"
    assert "参加考试时使用的号码" in (finding.advice or "")


@pytest.mark.requirement("S4-10")
@pytest.mark.parametrize(
    ("obtained", "examined", "used", "meets"),
    [
        (date(2019, 2, 28), (), False, True),
        (date(2019, 2, 28), (), True, False),
        (date(2019, 3, 1), (), False, False),
        (date(2019, 3, 1), ("CHEMICAL",), False, True),
        (date(2019, 3, 1), ("COAL_MINE",), False, False),
        (date(2019, 2, 28), ("CHEMICAL",), True, True),
    ],
)
def test_one_free_choice_of_category_for_who_qualified_before_march_2019(
    obtained: date, examined: tuple[str, ...], used: bool, meets: bool
) -> None:
    case = facts(
        qualification=QualificationFacts("AQ1", obtained, Grade.INTERMEDIATE, "350000", examined, used)
    )
    assert ("SAFE-ONCE" not in blocking(case)) is meets
    if used and not meets:
        assert of_rule(case, "SAFE-ONCE").message == "自主选择类别的机会已使用"


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ([], "请选择注册专业类别"),
        (["FIRE"], "没有这个专业类别：FIRE"),
        (["CHEMICAL", "COAL_MINE"], "最多注册1个专业，您选择了2个：化工安全、煤矿安全"),
        (["CHEMICAL"], "注册专业类别：化工安全"),
    ],
)
def test_one_category_of_the_list(chosen: list[str], message: str) -> None:
    finding = of_rule(facts(form={"specialties": chosen}), "SAFE-CATEGORY")
    assert finding.message == message
    assert finding.met is (chosen == ["CHEMICAL"])


@pytest.mark.requirement("S4-14", "S4-15", "S4-16", "S4-17")
@pytest.mark.parametrize(
    ("specialty", "region", "group", "advised", "rule"),
    [
        ("BUILDING", "350100", None, HOUSING, "第1条"),
        ("ROAD_TRANSPORT", "350100", GROUP.id, TRANSPORT, "第1条"),
        ("CHEMICAL", "350100", GROUP.id, GROUP, "第2条"),
        ("COAL_MINE", "140100", None, COAL, "第3条"),
        ("COAL_MINE", "350100", None, FUJIAN, "第3条"),
        ("OTHER_MINE", "140100", None, SHANXI, "第3条"),
        ("CHEMICAL", "350100", None, FUJIAN, "第3条"),
        ("METAL_SMELTING", "350100", None, FUJIAN, "第3条"),
        ("OTHER", "140100", None, SHANXI, "第3条"),
    ],
)
def test_the_first_body_is_advised_in_the_order_of_the_guide(
    specialty: str, region: str, group: int | None, advised: AuthorityFacts, rule: str
) -> None:
    employer = EmployerFacts("某公司", credit_code(5), region, central_body=group)
    case = facts(form={"specialties": [specialty]}, employer=employer)
    advice = EDITION_2019.advise(case)
    assert (advice.advised, advice.rule) == (advised, rule)
    assert advice.reason
    assert CENTRE not in advice.choices


@pytest.mark.requirement("S4-14")
def test_another_body_than_the_advised_one_is_a_warning_a_foreign_one_is_refused() -> None:
    other = facts(authority=SHANXI)
    finding = of_rule(other, "REG-AUTH")
    assert (finding.met, finding.severity) == (False, Severity.WARNING)
    assert finding.message == "按第3条应选择福建省应急管理厅；您选择的是山西省应急管理厅"
    assert "REG-AUTH" in blocking(facts(authority=CENTRE))


@pytest.mark.requirement("S4-32", "S4-34", "S4-36")
@pytest.mark.parametrize("kind", [RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL])
@pytest.mark.parametrize(
    "missing", [AttachmentKind.APPLICATION_FORM, AttachmentKind.CONTRACT, AttachmentKind.HOLDING_IDENTITY]
)
def test_form_contract_and_photo_holding_the_id(kind: RegistrationKind, missing: AttachmentKind) -> None:
    case = facts(kind=kind, attachments={k: v for k, v in facts().attachments.items() if k is not missing})
    assert {one.path for one in unmet(case) if one.rule == "REG-DOCS"} == {("attachments", missing)}


@pytest.mark.requirement("S4-43")
@pytest.mark.parametrize(
    ("files", "meets"),
    [
        ((replace(FORM, pages=1),), False),
        ((replace(FORM, pages=2),), True),
        ((HOLDING, HOLDING), True),
        ((HOLDING,), False),
    ],
)
def test_both_pages_of_the_form(files: tuple[FileFacts, ...], meets: bool) -> None:
    case = facts(attachments={**facts().attachments, AttachmentKind.APPLICATION_FORM: files})
    assert ("REG-DOCS" not in blocking(case)) is meets


@pytest.mark.requirement("S4-55")
@pytest.mark.parametrize(("nature", "asked"), [("INSTITUTION", True), ("ENTERPRISE", False)])
def test_staff_of_an_institution_add_its_certificate_the_retired_are_advised(
    nature: str, asked: bool
) -> None:
    case = facts(form={"employer_nature": nature, "retired": True})
    paths = {one.path for one in unmet(case) if one.rule == "REG-DOCS"}
    assert (("attachments", AttachmentKind.INSTITUTION_CERTIFICATE) in paths) is asked
    demand = EDITION_2019.form(case.kind).demand_for(AttachmentKind.RETIREMENT_CERTIFICATE)
    assert demand is not None
    assert not demand.required_of(case)


@pytest.mark.requirement("D-13")
@pytest.mark.parametrize(
    ("file", "meets"),
    [
        (replace(SCAN, octets=5 * MB), True),
        (replace(SCAN, octets=5 * MB + 1), False),
        (replace(SCAN, media_type="image/gif"), False),
    ],
)
def test_scans_up_to_five_megabytes(file: FileFacts, meets: bool) -> None:
    case = facts(attachments={**facts().attachments, AttachmentKind.CONTRACT: (file,)})
    assert ("REG-FILE" not in blocking(case)) is meets


@pytest.mark.requirement("S4-45", "S4-46", "S4-47", "S4-48", "S4-49", "S4-50", "S4-51", "S4-80")
def test_the_exact_demands_stand_beside_each_upload() -> None:
    form = EDITION_2019.form(RegistrationKind.INITIAL)
    said = {one.kind: one.demand for one in form.demands}
    for kind, words in {
        AttachmentKind.APPLICATION_FORM: ("签名和日期", "无固定期限", "单位公章或人事部门公章", "完全一致"),
        AttachmentKind.CONTRACT: (
            "可只传部分页", "法定代表人", "证件号码", "双方签字盖章", "签订日期",
            "聘书、聘用证明无效", "聘用合同或协议", "更名材料",
        ),
        AttachmentKind.HOLDING_IDENTITY: ("半身照", "能认出是本人", "证件信息清晰"),
    }.items():  # fmt: skip
        assert all(word in said[kind] for word in words), kind
