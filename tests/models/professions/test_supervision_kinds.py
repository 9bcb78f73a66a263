"""The supervision engineer's later kinds: demands, window, routes, changes. Facts are plain values; no database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.kernel.rules import Severity
from models.professions.facts import CaseFacts, EmployerFacts, HoursFacts, OriginalFacts, Standing
from models.professions.fire_engineer import EDITION_2017
from models.professions.rulebook import Rulebook, Withdrawal
from models.professions.safety_engineer import EDITION_2019
from models.professions.supervision_engineer import EDITION_2006
from models.registration.kinds import AttachmentKind as A
from models.registration.kinds import CredentialKind, FormSection, StageKind
from models.registration.kinds import RegistrationKind as Kind
from tests.factories import credit_code
from tests.models.professions.test_supervision_engineer import SCAN, blocking, facts, unmet

OLD = facts().form
ORIGINAL = OriginalFacts(
    number="监2023000001",
    valid_from=date(2023, 7, 2),
    valid_until=date(2026, 7, 1),
    renewal_opens_on=date(2026, 4, 1),
    objects=frozenset({CredentialKind.CERTIFICATE, CredentialKind.SEAL}),
    form=OLD,
)
STANDINGS = {Kind.RENEWAL: Standing.EXPIRING, Kind.RE_REGISTRATION: Standing.EXPIRED}
EMPLOYER = {"employer_code": credit_code(21), "employer_name": "别家监理"}


def hours_record(total: float) -> HoursFacts:
    return HoursFacts(1, "协会", total, date(2026, 3, 1), date(2026, 3, 9))


def later(kind: Kind, **form: Any) -> CaseFacts:
    """A case of a kind about ORIGINAL with every attachment and enough hours, differing as said."""
    return facts(
        form=form,
        kind=kind,
        standing=STANDINGS.get(kind, Standing.VALID),
        original=ORIGINAL,
        attachments=dict.fromkeys(A, (SCAN,)),
        hours=(hours_record(96),),
    )


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (Kind.RENEWAL, {}),
        (Kind.CHANGE, {"changes": ["EMPLOYER", "SPECIALTY"], "specialties": ["PORT"], **EMPLOYER}),
        (Kind.RE_REGISTRATION, {}),
        (Kind.REISSUE, {"reissue_of": ["CERTIFICATE", "SEAL"], "reissue_reason": "LOST"}),
        (Kind.DEREGISTRATION, {"reason": "退休"}),
        (Kind.FORCED_DEREGISTRATION, {"reason": "已离职"}),
    ],
)
def test_a_complete_case_of_each_kind_passes(kind: Kind, form: dict[str, Any]) -> None:
    assert set(EDITION_2006.forms) == set(Kind)
    assert blocking(later(kind, **form)) == set()


@pytest.mark.parametrize(
    ("kind", "form", "demanded"),
    [
        (Kind.RENEWAL, {}, {A.CONTRACT}),
        (Kind.CHANGE, {"changes": ["EMPLOYER"]}, {A.CONTRACT, A.LEAVING_PROOF}),
        (Kind.CHANGE, {"changes": ["EMPLOYER_NAME", "SPECIALTY"]}, {A.NAME_CHANGE_PROOF, A.PRACTICE_RECORD}),
        (Kind.RE_REGISTRATION, {}, {A.QUALIFICATION, A.IDENTITY, A.CONTRACT}),
        (Kind.REISSUE, {"reissue_reason": "LOST"}, {A.IDENTITY}),
        (Kind.REISSUE, {"reissue_reason": "SOILED"}, {A.IDENTITY, A.OLD_CERTIFICATE}),
        (Kind.DEREGISTRATION, {}, set()),
        (Kind.FORCED_DEREGISTRATION, {}, {A.REASON_PROOF}),
    ],
)
def test_what_each_kind_demands(kind: Kind, form: dict[str, Any], demanded: set[A]) -> None:
    case = later(kind, **form)
    asked = EDITION_2006.form(kind).demanded(case)
    assert {one.kind for one in asked if one.required_of(case)} == demanded
    missing = {one.path for one in unmet(replace(case, attachments={})) if one.rule == "REG-DOCS"}
    assert missing == {("attachments", one) for one in demanded}


@pytest.mark.requirement("D-10", "D-30")
@pytest.mark.parametrize(
    ("day", "late"),
    [
        (date(2026, 4, 1), False),
        (date(2026, 6, 1), False),
        (date(2026, 6, 2), True),
        (date(2026, 7, 1), True),
    ],
)
def test_a_renewal_less_than_thirty_days_before_the_end_is_a_warning(day: date, late: bool) -> None:
    case = replace(
        later(Kind.RENEWAL), day=day, hours=(replace(hours_record(96), until=ORIGINAL.valid_from),)
    )
    found = [one for one in EDITION_2006.findings(case) if one.rule == "SUPV-WINDOW"]
    assert [one.met for one in found] == [not late]
    assert "SUPV-WINDOW" not in blocking(case)
    if late:
        assert found[0].severity is Severity.WARNING
        assert "2026-06-01前" in found[0].message
        assert "重新注册" in (found[0].advice or "")


@pytest.mark.requirement("D-10")
def test_after_the_end_only_re_registration_is_left() -> None:
    (finding,) = [
        one
        for one in EDITION_2006.findings(replace(later(Kind.RENEWAL), standing=Standing.EXPIRED))
        if one.rule == "REG-KIND"
    ]
    assert not finding.met
    assert "重新注册" in (finding.advice or "")


@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.RE_REGISTRATION])
def test_hours_of_the_period(kind: Kind) -> None:
    assert "SUPV-HOURS" in blocking(replace(later(kind), hours=(hours_record(95),)))


def test_whoever_is_registered_is_decided_sooner() -> None:
    days = {
        kind: [step.workdays for step in EDITION_2006.form(kind).route]
        for kind in (Kind.INITIAL, Kind.RENEWAL, Kind.DEREGISTRATION, Kind.FORCED_DEREGISTRATION)
    }
    assert days == {
        Kind.INITIAL: [None, 5, 20, 20, 10],
        Kind.RENEWAL: [None, 5, 5, 10, 10],
        Kind.DEREGISTRATION: [None, 5, 5, 10],
        Kind.FORCED_DEREGISTRATION: [5, 5, 10],
    }


def test_the_employer_reports_up_everything_but_its_own_application() -> None:
    closed = EmployerFacts("齐鲁监理", credit_code(6), "370100", active=False)
    for kind, form in EDITION_2006.forms.items():
        forced = kind is Kind.FORCED_DEREGISTRATION
        assert (form.route[0].stage is StageKind.EMPLOYER) is not forced
        assert (form.employer_pledge is None) is forced
        assert ("SUPV-EMPLOYER" in blocking(replace(later(kind), employer=closed))) is not forced
    assert EDITION_2006.form(Kind.FORCED_DEREGISTRATION).withdraw_until is Withdrawal.ACCEPTED


def test_a_renewal_does_not_ask_for_the_specialty_again() -> None:
    assert FormSection.SPECIALTY not in EDITION_2006.form(Kind.RENEWAL).sections
    assert FormSection.HOURS in EDITION_2006.form(Kind.RENEWAL).sections
    assert FormSection.SPECIALTY in EDITION_2006.form(Kind.CHANGE).sections


def test_the_boxes_of_a_printed_form_are_those_of_its_route() -> None:
    def boxes(book: Rulebook, kind: Kind) -> list[str]:
        return [step.opinion for step in book.form(kind).opinions]

    assert boxes(EDITION_2006, Kind.REISSUE) == ["受理意见", "审核意见", "审批意见"]
    assert boxes(EDITION_2017, Kind.INITIAL) == ["受理意见", "审核意见", "注册决定"]
    assert boxes(EDITION_2017, Kind.DEREGISTRATION) == ["受理意见", "注册决定"]
    assert boxes(EDITION_2019, Kind.RENEWAL) == ["初审机构意见", "国家注册机构意见"]
