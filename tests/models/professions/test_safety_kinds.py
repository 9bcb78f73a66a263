"""The safety engineer's later kinds: windows, demands, changes, reissues, hours. Facts are plain values; no database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.kernel.rules import Finding, Severity
from models.professions.facts import CaseFacts, OpenCase, OriginalFacts, QualificationFacts, Standing
from models.professions.rulebook import Demand, RenewalWindow
from models.professions.safety_engineer import EDITION_2019, RENEWAL
from models.registration.kinds import AttachmentKind as A
from models.registration.kinds import ChangeItem, CredentialKind, StageKind
from models.registration.kinds import RegistrationKind as Kind
from models.registration.validity import renewal_opens_on
from tests.factories import credit_code
from tests.models.professions.safety_case import DAY, FORM, blocking, facts, hours, of_rule, unmet

OLD = facts().form
ORIGINAL = OriginalFacts(
    number="安2021000001",
    valid_from=date(2021, 8, 2),
    valid_until=date(2026, 8, 1),
    renewal_opens_on=date(2026, 5, 1),
    objects=frozenset({CredentialKind.CERTIFICATE, CredentialKind.LABEL}),
    form=OLD,
)
STANDINGS = {Kind.RENEWAL: Standing.EXPIRING, Kind.RE_REGISTRATION: Standing.EXPIRED}
EMPLOYER = {"employer_code": credit_code(21), "employer_name": "别家"}


def later(kind: Kind, **form: Any) -> CaseFacts:
    """A case of a kind about ORIGINAL with every attachment and enough hours, differing as said."""
    return facts(
        form=form,
        kind=kind,
        standing=STANDINGS.get(kind, Standing.VALID),
        original=ORIGINAL,
        attachments=dict.fromkeys(A, (FORM,)),
        hours=(hours(),),
    )


def asked_of(case: CaseFacts) -> dict[A, Demand]:
    return {one.kind: one for one in EDITION_2019.form(case.kind).demanded(case) if one.required_of(case)}


def missing(case: CaseFacts) -> set[A]:
    """What REG-DOCS asks for when nothing is attached."""
    found = unmet(replace(case, attachments={}))
    return {A((one.path or ("", ""))[1]) for one in found if one.rule == "REG-DOCS"}


def said(case: CaseFacts, rule: str) -> list[str]:
    return [one.message for one in unmet(case) if one.rule == rule]


@pytest.mark.requirement("S4-31")
def test_every_kind_of_the_table_has_a_form_and_a_complete_case_of_each_passes() -> None:
    whole: dict[Kind, dict[str, Any]] = {
        Kind.RENEWAL: {},
        Kind.CHANGE: {"changes": ["EMPLOYER"], **EMPLOYER},
        Kind.RE_REGISTRATION: {},
        Kind.REISSUE: {"reissue_of": ["LABEL"], "reissue_reason": "LOST"},
        Kind.DEREGISTRATION: {"reason": "退休"},
        Kind.FORCED_DEREGISTRATION: {"reason": "已离职"},
    }
    assert set(EDITION_2019.forms) == set(Kind)
    for kind, form in whole.items():
        case = later(kind, **form)
        if kind is Kind.RE_REGISTRATION:
            case = replace(case, day=date(2026, 8, 2))
        assert blocking(case) == set(), kind


@pytest.mark.requirement("S4-38", "S4-39", "S4-40", "S4-41", "S4-42", "S4-56")
@pytest.mark.parametrize(
    ("kind", "form", "demanded"),
    [
        (Kind.RENEWAL, {}, {A.APPLICATION_FORM, A.CONTRACT, A.PERFORMANCE_STATEMENT}),
        (Kind.CHANGE, {"changes": ["EMPLOYER"]}, {A.APPLICATION_FORM, A.CONTRACT}),
        (Kind.CHANGE, {"changes": ["EMPLOYER_NAME"]}, {A.APPLICATION_FORM, A.CONTRACT, A.NAME_CHANGE_PROOF}),
        (Kind.CHANGE, {"changes": ["SPECIALTY"]}, {A.APPLICATION_FORM, A.CONTRACT, A.ADDITIONAL_EXAMINATION}),
        (
            Kind.CHANGE,
            {"changes": ["EMPLOYER_NAME", "SPECIALTY"]},
            {A.APPLICATION_FORM, A.CONTRACT, A.NAME_CHANGE_PROOF, A.ADDITIONAL_EXAMINATION},
        ),
        (Kind.RE_REGISTRATION, {}, {A.APPLICATION_FORM, A.CONTRACT}),
        (Kind.REISSUE, {"reissue_reason": "LOST"}, {A.APPLICATION_FORM, A.IDENTITY}),
        (Kind.REISSUE, {"reissue_reason": "SOILED"}, {A.APPLICATION_FORM, A.IDENTITY, A.OLD_CERTIFICATE}),
        (Kind.DEREGISTRATION, {}, {A.APPLICATION_FORM, A.IDENTITY, A.OLD_CERTIFICATE}),
        (Kind.FORCED_DEREGISTRATION, {}, {A.REASON_PROOF}),
    ],
)
def test_what_each_kind_and_case_demands(kind: Kind, form: dict[str, Any], demanded: set[A]) -> None:
    case = later(kind, **form)
    assert set(asked_of(case)) == demanded
    assert missing(case) == demanded


@pytest.mark.requirement("S4-43")
@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.CHANGE, Kind.RE_REGISTRATION])
def test_the_form_of_every_kind_that_practises_has_two_pages(kind: Kind) -> None:
    case = later(kind)
    one_page = {**case.attachments, A.APPLICATION_FORM: (replace(FORM, pages=1),)}
    assert ("attachments", A.APPLICATION_FORM) in {
        one.path for one in unmet(replace(case, attachments=one_page)) if one.rule == "REG-DOCS"
    }


@pytest.mark.requirement("S4-44", "S4-50", "S4-52", "S4-56")
def test_the_exact_demands_stand_beside_each_upload() -> None:
    said = {one.kind: one.demand for kind in EDITION_2019.forms for one in EDITION_2019.form(kind).demands}
    renewal = asked_of(later(Kind.RENEWAL))
    assert "有本人签名和日期" in renewal[A.APPLICATION_FORM].demand
    statement = renewal[A.PERFORMANCE_STATEMENT].demand
    for words in ("本注册期内", "具体", "时间、地点、对象、内容", "本人签名和日期", "视为未提供"):
        assert words in statement
    assert "合同尚未重签的，补充更名材料" in said[A.NAME_CHANGE_PROOF]
    assert "增项考试" in said[A.ADDITIONAL_EXAMINATION]


@pytest.mark.requirement("S4-50", "S4-55")
@pytest.mark.parametrize("kind", [Kind.INITIAL, Kind.RENEWAL, Kind.CHANGE, Kind.RE_REGISTRATION])
def test_papers_of_a_renamed_employer_and_of_an_institution(kind: Kind) -> None:
    optional = EDITION_2019.form(kind).demand_for(A.NAME_CHANGE_PROOF)
    assert optional is not None
    assert not optional.required_of(later(kind))
    assert A.INSTITUTION_CERTIFICATE in missing(later(kind, employer_nature="INSTITUTION"))
    assert A.INSTITUTION_CERTIFICATE not in missing(later(kind, employer_nature="ENTERPRISE"))


@pytest.mark.requirement("S4-51")
@pytest.mark.parametrize("kind", list(Kind))
def test_the_photo_holding_the_id_is_for_the_first_registration_only(kind: Kind) -> None:
    asked = EDITION_2019.form(kind).demand_for(A.HOLDING_IDENTITY) is not None
    assert asked is (kind in (Kind.INITIAL, Kind.LATE_INITIAL))


@pytest.mark.requirement("S2-6", "S4-37", "S4-53", "D-10")
@pytest.mark.parametrize(
    ("window", "opens"),
    [(RENEWAL, date(2026, 5, 1)), (replace(RENEWAL, from_earliest=True), date(2025, 8, 1))],
)
def test_renewal_opens_three_months_before_or_a_year_by_edition(window: RenewalWindow, opens: date) -> None:
    edition = replace(EDITION_2019, renewal=window)
    assert renewal_opens_on(ORIGINAL.valid_until, edition.renewal_months) == opens
    assert (RENEWAL.months, RENEWAL.earliest) == (3, 12)


@pytest.mark.requirement("S2-6", "D-10")
def test_too_early_says_from_when_too_late_which_kind() -> None:
    early = of_rule(replace(later(Kind.RENEWAL), standing=Standing.VALID, day=date(2026, 4, 30)), "REG-KIND")
    assert (early.met, early.met_at) == (False, date(2026, 5, 1))
    assert "2026-05-01起可以申请" in early.message
    late = of_rule(replace(later(Kind.RENEWAL), standing=Standing.EXPIRED), "REG-KIND")
    assert not late.met
    assert "注册证已过期" in late.message
    assert "重新注册" in (late.advice or "")


@pytest.mark.parametrize(
    ("asked", "open_case", "in_the_way"),
    [
        (Kind.RENEWAL, Kind.CHANGE, True),
        (Kind.CHANGE, Kind.RENEWAL, True),
        (Kind.REISSUE, Kind.REISSUE, True),
        (Kind.REISSUE, Kind.CHANGE, False),
        (Kind.CHANGE, Kind.DEREGISTRATION, True),
    ],
)
def test_a_case_in_the_way_is_named(asked: Kind, open_case: Kind, in_the_way: bool) -> None:
    case = replace(later(asked), other_cases=(OpenCase(open_case, "苏安注 2026-000007"),))
    found = said(case, "REG-ONE")
    assert bool(found) is in_the_way
    assert all("苏安注 2026-000007" in one for one in found)


@pytest.mark.requirement("S4-22", "S4-23", "S4-38", "S4-42")
@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.RE_REGISTRATION])
@pytest.mark.parametrize(
    ("total", "own", "meets"),
    [(48, 24, True), (47, 24, False), (48, 23, False)],
)
def test_a_period_needs_its_hours(kind: Kind, total: float, own: float, meets: bool) -> None:
    records = (hours(1, own), hours(2, total - own, specialty="OTHER"))
    assert ("SAFE-HOURS" not in blocking(replace(later(kind), hours=records))) is meets


@pytest.mark.requirement("S4-22")
def test_hours_of_the_period_before_do_not_count_for_a_renewal() -> None:
    before = hours(1, 48, since=date(2021, 7, 1), until=date(2021, 8, 1))
    assert "SAFE-HOURS" in blocking(replace(later(Kind.RENEWAL), hours=(before,)))
    on_the_day = replace(before, until=date(2021, 8, 2))
    assert "SAFE-HOURS" not in blocking(replace(later(Kind.RENEWAL), hours=(on_the_day,)))


@pytest.mark.requirement("S4-54")
def test_hours_entered_for_a_renewal_need_their_proof() -> None:
    declared = hours(1, 48, declared=True)
    assert "SAFE-HOURS-PROOF" in blocking(replace(later(Kind.RENEWAL), hours=(declared,)))
    proved = replace(declared, proved=True)
    assert "SAFE-HOURS-PROOF" not in blocking(replace(later(Kind.RENEWAL), hours=(proved,)))


def test_several_items_may_be_changed_at_once_but_not_who_one_is() -> None:
    both = later(Kind.CHANGE, changes=["EMPLOYER", "SPECIALTY"], specialties=["OTHER"], **EMPLOYER)
    assert said(both, "REG-CHANGE") == []
    items = EDITION_2019.form(Kind.CHANGE).items
    assert items == (ChangeItem.EMPLOYER, ChangeItem.EMPLOYER_NAME, ChangeItem.SPECIALTY)
    other = later(Kind.CHANGE, changes=["EMPLOYER"], name="王海澜", **EMPLOYER)
    assert said(other, "REG-CHANGE") == ["填写的内容与原注册不同，“变更个人信息”不在变更注册中办理"]


@pytest.mark.requirement("S4-41")
@pytest.mark.parametrize(("examined", "meets"), [(("CHEMICAL", "OTHER"), True), (("CHEMICAL",), False)])
def test_another_category_has_its_examination_on_record_or_is_looked_at(
    examined: tuple[str, ...], meets: bool
) -> None:
    case = later(Kind.CHANGE, changes=["SPECIALTY"], specialties=["OTHER"])
    case = replace(case, qualification=QualificationFacts("AQ1", date(2024, 3, 1), specialties=examined))
    finding = of_rule(case, "SAFE-ADDED")
    assert (finding.met, finding.severity) == (meets, Severity.WARNING)
    assert "SAFE-ONCE" not in {one.rule for one in EDITION_2019.findings(case)}


def test_who_chose_freely_registers_again_in_what_is_registered() -> None:
    used = QualificationFacts("AQ1", date(2018, 3, 1), choice_used=True)
    assert "SAFE-ONCE" not in blocking(replace(later(Kind.RE_REGISTRATION), qualification=used))
    other = later(Kind.RE_REGISTRATION, specialties=["OTHER"])
    assert "SAFE-ONCE" in blocking(replace(other, qualification=used))


@pytest.mark.parametrize(("of", "unmet_words"), [("LABEL", []), ("SEAL", ["没有有效的执业印章，不能补办"])])
def test_label_and_certificate_are_made_anew_a_seal_there_is_not(of: str, unmet_words: list[str]) -> None:
    case = later(Kind.REISSUE, reissue_of=[of], reissue_reason="LOST")
    assert said(case, "SAFE-REISSUE") == unmet_words


@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.REISSUE, Kind.DEREGISTRATION])
def test_other_kinds_change_nothing_besides(kind: Kind) -> None:
    found: list[Finding] = unmet(later(kind, name="王海澜", reason="退休"))
    assert "REG-SAME" in {one.rule for one in found}


def test_routes_by_kind() -> None:
    ends = {
        Kind.RENEWAL: [StageKind.ANNOUNCEMENT, StageKind.CERTIFICATE_MAKING, StageKind.DELIVERY],
        Kind.REISSUE: [StageKind.CERTIFICATE_MAKING, StageKind.DELIVERY],
        Kind.DEREGISTRATION: [],
        Kind.FORCED_DEREGISTRATION: [],
    }
    before = [StageKind.PRE_EXAMINATION, StageKind.FIRST_EXAMINATION, StageKind.FINAL_EXAMINATION]
    for kind, after in ends.items():
        route = EDITION_2019.form(kind).route
        assert [step.stage for step in route] == [*before, *after]
        assert next(step.stage for step in route if step.batched) is StageKind.FIRST_EXAMINATION


def test_the_day_of_the_stories_lies_in_the_window() -> None:
    assert ORIGINAL.renewal_opens_on <= DAY <= ORIGINAL.valid_until
