"""Hours, experience, delivery and the route of the safety engineer, at their edges."""

from dataclasses import replace
from datetime import date

import pytest

from models.authorities.kinds import AuthorityKind
from models.kernel.rules import Severity
from models.professions.facts import (
    HoursFacts,
    WorkFacts,
)
from models.professions.safety_engineer import EDITION_2019
from models.registration.kinds import FormSection, RegistrationKind, StageKind
from tests.models.professions.safety_case import (
    DAY,
    blocking,
    facts,
    hours,
    late,
    of_rule,
    unmet,
)


@pytest.mark.requirement("S4-22", "S4-23")
@pytest.mark.parametrize(
    ("records", "meets"),
    [
        ((hours(of=48),), True),
        ((hours(of=47.5),), False),
        ((hours(1, 24), hours(2, 24, specialty="OTHER")), True),
        ((hours(1, 23.5), hours(2, 30, specialty="OTHER")), False),
        ((), False),
    ],
)
def test_forty_eight_hours_half_of_them_of_the_category(records: tuple[HoursFacts, ...], meets: bool) -> None:
    assert ("SAFE-HOURS" not in blocking(late(*records))) is meets
    assert "SAFE-HOURS" not in {one.rule for one in EDITION_2019.findings(facts(hours=records))}


@pytest.mark.requirement("S4-22")
@pytest.mark.parametrize(
    ("until", "meets"),
    [(date(2021, 5, 31), False), (date(2021, 6, 1), True), (DAY, True), (date(2026, 6, 2), False)],
)
def test_hours_count_in_one_period_only(until: date, meets: bool) -> None:
    record = hours(since=min(until, date(2021, 5, 1)), until=until)
    assert ("SAFE-HOURS" not in blocking(late(record))) is meets
    assert "SAFE-HOURS" in blocking(late(replace(record, until=DAY, counted_elsewhere=True)))


@pytest.mark.requirement("S4-24", "S4-54")
@pytest.mark.parametrize(
    ("declared", "proved", "meets"), [(False, False, True), (True, True, True), (True, False, False)]
)
def test_hours_entered_by_oneself_need_their_certificate(declared: bool, proved: bool, meets: bool) -> None:
    case = late(hours(declared=declared, proved=proved))
    assert ("SAFE-HOURS-PROOF" not in blocking(case)) is meets


@pytest.mark.requirement("S4-25")
@pytest.mark.parametrize(
    ("own", "double"),
    [
        (hours(2, 24, declared=True, proved=True), True),
        (hours(2, 24, declared=True, proved=True, specialty=None), True),
        (hours(2, 24, declared=True, proved=True, provider="另一机构"), False),
        (hours(2, 24, declared=True, proved=True, specialty="OTHER"), False),
        (hours(2, 24, declared=True, proved=True, since=date(2026, 3, 10), until=date(2026, 3, 11)), False),
    ],
)
def test_a_record_that_an_imported_one_repeats_is_pointed_at_and_not_counted(
    own: HoursFacts, double: bool
) -> None:
    case = late(hours(1, 24), own)
    warned = [one for one in unmet(case) if one.rule == "SAFE-HOURS-TWICE"]
    assert bool(warned) is double
    assert all(one.severity is Severity.WARNING for one in warned)
    assert of_rule(case, "SAFE-HOURS").present == (
        "24学时，其中本专业24学时"
        if double
        else f"48学时，其中本专业{24 if own.specialty == 'OTHER' else 48}学时"
    )


@pytest.mark.requirement("S4-26")
def test_work_that_overlaps_is_pointed_at() -> None:
    one, other = WorkFacts(date(2018, 1, 1), date(2020, 6, 1), "甲"), WorkFacts(date(2020, 6, 1), None, "乙")
    assert of_rule(facts(experience=(other, one)), "SAFE-EXPERIENCE").met
    overlapping = facts(experience=(one, replace(other, since=date(2020, 5, 31))))
    finding = of_rule(overlapping, "SAFE-EXPERIENCE")
    assert (finding.met, finding.severity) == (False, Severity.WARNING)
    assert "甲（2018-01-01至2020-06-01）与乙（2020-05-31至今）" in finding.message
    assert of_rule(facts(experience=()), "SAFE-EXPERIENCE").severity is Severity.ADVICE


@pytest.mark.requirement("S4-27", "S4-28")
def test_a_courier_needs_receiver_telephone_and_address_best_a_mobile() -> None:
    empty = facts(form={"delivery_receiver": None, "delivery_address": " "})
    assert {one.path for one in unmet(empty) if one.rule == "SAFE-DELIVERY"} == {
        ("delivery", "receiver"), ("delivery", "address"),
    }  # fmt: skip
    landline = of_rule(facts(form={"delivery_phone": "0591-87815651"}), "SAFE-MOBILE")
    assert (landline.met, landline.severity) == (False, Severity.WARNING)
    fetched = facts(form={"delivery_method": "PICK_UP", "delivery_receiver": None, "delivery_phone": None})
    assert not {one.rule for one in unmet(fetched)}


@pytest.mark.requirement("S4-45")
@pytest.mark.parametrize(
    ("term", "until", "meets"),
    [
        ("OPEN_ENDED", None, True), ("OPEN_ENDED", date(2030, 1, 1), False),
        ("FIXED", date(2026, 6, 1), True), ("FIXED", date(2026, 5, 31), False),
    ],
)  # fmt: skip
def test_an_open_ended_term_has_no_last_day(term: str, until: date | None, meets: bool) -> None:
    assert ("SAFE-TERM" not in blocking(facts(form={"term": term, "term_until": until}))) is meets


@pytest.mark.requirement("S4-11", "S2-7")
def test_the_steps_of_the_guide_in_its_order() -> None:
    assert list(EDITION_2019.form(RegistrationKind.INITIAL).sections) == [
        FormSection.PLEDGE, FormSection.AUTHORITY, FormSection.BASIC, FormSection.PHOTO, FormSection.SPECIALTY,
        FormSection.EMPLOYMENT, FormSection.HOURS, FormSection.EXPERIENCE, FormSection.DELIVERY,
        FormSection.PREVIEW, FormSection.ATTACHMENTS,
    ]  # fmt: skip


@pytest.mark.requirement("D-18", "S4-60", "D-17")
def test_the_route_goes_through_three_bodies() -> None:
    route = EDITION_2019.form(RegistrationKind.INITIAL).route
    assert [(step.stage, step.authority_kind, step.workdays, step.batched) for step in route] == [
        (StageKind.PRE_EXAMINATION, AuthorityKind.TEST_CENTRE, 5, False),
        (StageKind.FIRST_EXAMINATION, None, None, True),
        (StageKind.FINAL_EXAMINATION, AuthorityKind.CENTRE, 20, False),
        (StageKind.ANNOUNCEMENT, AuthorityKind.CENTRE, None, True),
        (StageKind.CERTIFICATE_MAKING, AuthorityKind.CENTRE, 10, False),
        (StageKind.DELIVERY, AuthorityKind.CENTRE, None, False),
    ]
    assert [step.stage for step in route if step.decides] == [StageKind.FINAL_EXAMINATION]
    assert EDITION_2019.hands_over
