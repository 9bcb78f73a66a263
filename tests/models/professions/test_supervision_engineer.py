"""The supervision engineer's rules, at their edges."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.authorities.kinds import AuthorityKind
from models.kernel.rules import Finding, Severity
from models.professions.facts import (
    AuthorityFacts,
    CaseFacts,
    EmployerFacts,
    FileFacts,
    HoursFacts,
    QualificationFacts,
    WorkFacts,
)
from models.professions.fire_engineer import EDITION_2017
from models.professions.supervision_engineer import EDITION_2006, INITIAL
from models.registration.kinds import AttachmentKind, RegistrationKind, StageKind
from tests.factories import credit_code, identity_number

DAY = date(2026, 6, 1)
MINISTRY = AuthorityFacts(1, "住房和城乡建设部", AuthorityKind.MINISTRY, None)
CENTRE = AuthorityFacts(2, "执业资格注册中心", AuthorityKind.CENTRE, None)
SCAN = FileFacts("合同.pdf", "application/pdf", 1024, pages=3)
PHOTO = FileFacts("照片.jpg", "image/jpeg", 120 * 1024, 295, 413, plain_background=True)


def facts(**values: Any) -> CaseFacts:
    """A case that meets every rule, changed as said."""
    form = {
        "name": "周叙", "sex": "MALE", "birth_date": date(1980, 5, 1), "identity_kind": "RESIDENT",
        "identity_number": identity_number(date(1980, 5, 1), 9), "mobile": "13800000000", "education": "本科",
        "address": "济南市", "capable": True, "photo_id": 1, "qualification_id": 1, "employer_name": "齐鲁监理",
        "employer_code": credit_code(6), "employer_nature": "ENTERPRISE", "employer_address": "济南市",
        "post": "监理工程师", "term": "FIXED", "term_from": DAY, "term_until": date(2028, 6, 1), "retired": False,
        "specialties": ["HOUSING", "MUNICIPAL"],
    }  # fmt: skip
    known = CaseFacts(
        kind=RegistrationKind.INITIAL,
        day=DAY,
        form=form | values.pop("form", {}),
        pledge_edition="2026-1",
        photo=PHOTO,
        attachments=dict.fromkeys(
            (AttachmentKind.QUALIFICATION, AttachmentKind.IDENTITY, AttachmentKind.CONTRACT), (SCAN,)
        ),
        qualification=QualificationFacts("JL1", date(2024, 3, 1)),
        experience=(WorkFacts(date(2020, 1, 1), None, "齐鲁监理"),),
        employer=EmployerFacts("齐鲁监理", credit_code(6), "370100"),
        authority=MINISTRY,
        choices=(MINISTRY, CENTRE),
    )
    return replace(known, **values)


def unmet(case: CaseFacts) -> list[Finding]:
    return [finding for finding in EDITION_2006.findings(case) if not finding.met]


def blocking(case: CaseFacts) -> set[str]:
    return {finding.rule for finding in unmet(case) if finding.blocks}


def test_a_complete_case_meets_every_rule() -> None:
    assert [finding.message for finding in unmet(facts())] == []


@pytest.mark.parametrize(
    ("chosen", "meets"),
    [
        (["HOUSING"], True), (["HOUSING", "HYDRO"], True), (["HOUSING", "HYDRO", "PORT"], False),
        (["HOUSING", "HOUSING"], False), ([], False),
    ],
)  # fmt: skip
def test_at_most_two_specialties(chosen: list[str], meets: bool) -> None:
    assert ("SUPV-SPECIALTY" not in blocking(facts(form={"specialties": chosen}))) is meets


@pytest.mark.parametrize(
    ("born", "meets"), [(date(1961, 6, 2), True), (date(1961, 6, 1), True), (date(1961, 5, 31), False)]
)
def test_sixty_five_years(born: date, meets: bool) -> None:
    case = facts(form={"birth_date": born, "identity_kind": None})
    assert ("SUPV-AGE" not in blocking(case)) is meets


@pytest.mark.parametrize(
    ("obtained", "day", "kind"),
    [
        (date(2023, 6, 1), date(2026, 5, 31), RegistrationKind.INITIAL),
        (date(2023, 6, 1), date(2026, 6, 1), RegistrationKind.INITIAL),
        (date(2023, 6, 1), date(2026, 6, 2), RegistrationKind.LATE_INITIAL),
        (date(2024, 2, 29), date(2027, 2, 28), RegistrationKind.INITIAL),
        (date(2024, 2, 29), date(2027, 3, 1), RegistrationKind.LATE_INITIAL),
    ],
)
def test_initial_within_three_years(obtained: date, day: date, kind: RegistrationKind) -> None:
    assert INITIAL.settle_kind(RegistrationKind.INITIAL, obtained, day) is kind


@pytest.mark.parametrize(("total", "meets"), [(96.0, True), (95.5, False)])
def test_late_needs_ninety_six_hours_of_the_last_three_years(total: float, meets: bool) -> None:
    record = HoursFacts(1, "协会", total, date(2023, 5, 1), date(2023, 6, 1))
    case = facts(
        kind=RegistrationKind.LATE_INITIAL,
        qualification=QualificationFacts("JL1", date(2020, 1, 1)),
        hours=(record,),
    )
    assert ("SUPV-HOURS" not in blocking(case)) is meets
    assert "SUPV-HOURS" in blocking(replace(case, hours=(replace(record, until=date(2023, 5, 31)),)))


@pytest.mark.parametrize(
    ("employer", "meets"),
    [
        (EmployerFacts("甲", "1", "370100"), True),
        (EmployerFacts("甲", "1", "370100", active=False), False),
        (None, False),
    ],
)
def test_only_an_employer_with_an_account_reports_up(employer: EmployerFacts | None, meets: bool) -> None:
    assert ("SUPV-EMPLOYER" not in blocking(facts(employer=employer))) is meets


def test_one_ministry_is_chosen_for_the_whole_country() -> None:
    advice = EDITION_2006.advise(facts())
    assert (advice.advised, advice.choices) == (MINISTRY, (MINISTRY,))
    assert "REG-AUTH" in blocking(facts(authority=CENTRE))


@pytest.mark.requirement("D-18", "S3-3", "S3-5")
def test_the_route_is_employer_ministry_centre_ministry() -> None:
    form = EDITION_2006.form(RegistrationKind.INITIAL)
    assert [(step.stage, step.authority_kind, step.workdays) for step in form.route] == [
        (StageKind.EMPLOYER, None, None),
        (StageKind.ACCEPTANCE, AuthorityKind.MINISTRY, 5),
        (StageKind.EXAMINATION, AuthorityKind.CENTRE, 20),
        (StageKind.DECISION, AuthorityKind.MINISTRY, 20),
        (StageKind.CERTIFICATE_MAKING, AuthorityKind.CENTRE, 10),
    ]
    assert form.route[0].role is None
    assert form.employer_pledge is not None
    assert EDITION_2006.hands_over
    assert not EDITION_2017.hands_over, "a corps handles all stages of a fire engineer's case"


@pytest.mark.requirement("S3-4")
def test_nothing_is_handed_in_on_paper() -> None:
    demands = EDITION_2006.form(RegistrationKind.INITIAL).demands
    assert AttachmentKind.APPLICATION_FORM not in {one.kind for one in demands}


def test_hours_are_advice_for_nobody_who_is_in_time() -> None:
    found = [one for one in EDITION_2006.findings(facts()) if one.rule == "SUPV-HOURS"]
    assert found == []
    late = facts(
        kind=RegistrationKind.LATE_INITIAL, qualification=QualificationFacts("JL1", date(2020, 1, 1))
    )
    assert next(one for one in unmet(late) if one.rule == "SUPV-INITIAL").severity is Severity.ADVICE
