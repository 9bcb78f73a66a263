"""The fire engineer's later kinds: changes, reissues, hours, demands. Facts are plain values; no database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.professions.facts import CaseFacts, OriginalFacts, Standing
from models.professions.fire_engineer import EDITION_2017
from models.registration.kinds import AttachmentKind as A
from models.registration.kinds import CredentialKind, ReissueReason
from models.registration.kinds import RegistrationKind as Kind
from tests.models.professions.test_fire_engineer import KB, PHOTO, SCAN, blocking, facts, unmet

OLD = facts().form
ORIGINAL = OriginalFacts(
    number="苏1消2026000001",
    valid_from=date(2023, 6, 2),
    valid_until=date(2026, 6, 1),
    renewal_opens_on=date(2026, 3, 1),
    objects=frozenset({CredentialKind.CERTIFICATE, CredentialKind.SEAL}),
    form=OLD,
)
STANDINGS = {Kind.RENEWAL: Standing.EXPIRING, Kind.RE_REGISTRATION: Standing.EXPIRED}


def later(kind: Kind, **form: Any) -> CaseFacts:
    """A case of a kind about ORIGINAL, with every attachment, differing as said."""
    return replace(
        facts(form=form),
        kind=kind,
        standing=STANDINGS.get(kind, Standing.VALID),
        original=ORIGINAL,
        photo=PHOTO,
        attachments=dict.fromkeys(A, (SCAN,)),
    )


def said(case: CaseFacts, rule: str) -> list[str]:
    return [one.message for one in unmet(case) if one.rule == rule]


@pytest.mark.parametrize(
    ("ticked", "form", "words"),
    [
        (["PERSONAL"], {"name": "王海澜"}, []),
        (["EMPLOYER"], {"employer_code": "91320100MA00000021", "employer_name": "别家"}, []),
        (["EMPLOYER_NAME", "PERSONAL"], {"employer_name": "新名", "name": "王海澜"}, []),
        (["PERSONAL"], {}, ["已勾选“变更个人信息”，但填写的内容与原注册相同"]),
        (
            ["EMPLOYER"],
            {"employer_name": "新名"},
            [
                "已勾选“变更聘用单位”，但填写的内容与原注册相同",
                "填写的内容与原注册不同，但没有勾选“变更聘用单位名称”",
            ],
        ),
    ],
)
def test_what_is_ticked_differs_and_what_differs_is_ticked(
    ticked: list[str], form: dict[str, str], words: list[str]
) -> None:
    assert said(later(Kind.CHANGE, changes=ticked, **form), "REG-CHANGE") == words


def test_a_change_without_any_item_is_not_filled_in() -> None:
    case = later(Kind.CHANGE, changes=[])
    assert "变更项为必填项" in said(case, "REG-FORM")


@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.REISSUE])
def test_other_kinds_change_nothing_besides(kind: Kind) -> None:
    assert said(later(kind, name="王海澜"), "REG-SAME") == [
        f"变更个人信息不能与{'延续注册' if kind is Kind.RENEWAL else '补办注册证、印章'}一并办理"
    ]
    assert said(later(kind), "REG-SAME") == []


def test_only_what_exists_is_made_anew() -> None:
    gone = replace(
        later(Kind.REISSUE, reissue_of=["CERTIFICATE", "SEAL"], reissue_reason=ReissueReason.LOST),
        original=replace(ORIGINAL, objects=frozenset({CredentialKind.CERTIFICATE})),
    )
    assert said(gone, "FIRE-REISSUE") == ["没有有效的执业印章，不能补办"]


@pytest.mark.parametrize(
    ("kind", "form", "demanded"),
    [
        (Kind.RENEWAL, {}, {A.CONTRACT, A.HOURS_PROOF, A.PRACTICE_RECORD}),
        (Kind.CHANGE, {"changes": ["EMPLOYER"]}, {A.CONTRACT, A.LEAVING_PROOF}),
        (Kind.CHANGE, {"changes": ["EMPLOYER_NAME"]}, {A.NAME_CHANGE_PROOF}),
        (Kind.CHANGE, {"changes": ["PERSONAL", "EMPLOYER_NAME"]}, {A.IDENTITY, A.NAME_CHANGE_PROOF}),
        (Kind.RE_REGISTRATION, {}, {A.QUALIFICATION, A.IDENTITY, A.CONTRACT, A.HOURS_PROOF}),
        (Kind.REISSUE, {"reissue_reason": "LOST"}, {A.IDENTITY}),
        (Kind.REISSUE, {"reissue_reason": "SOILED"}, {A.IDENTITY, A.OLD_CERTIFICATE}),
        (Kind.DEREGISTRATION, {}, set()),
        (Kind.FORCED_DEREGISTRATION, {}, {A.REASON_PROOF}),
    ],
)
def test_what_each_kind_demands(kind: Kind, form: dict[str, Any], demanded: set[A]) -> None:
    case = later(kind, **form)
    asked = EDITION_2017.form(kind).demanded(case)
    assert {one.kind for one in asked if one.required} == demanded
    without = replace(case, attachments={})
    missing = {(one.path or ("", ""))[1] for one in unmet(without) if one.rule == "REG-DOCS"}
    assert missing == {str(one) for one in demanded}


@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.RE_REGISTRATION])
def test_a_period_of_registration_needs_its_hours(kind: Kind) -> None:
    case = later(kind)
    hours = next(one for one in unmet(case) if one.rule == "FIRE-HOURS")
    assert not hours.blocks
    assert "60学时" in hours.message
    assert "FIRE-HOURS" in blocking(replace(case, attachments={}))


@pytest.mark.requirement("S0-27", "S0-34", "S0-41")
@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.CHANGE, Kind.RE_REGISTRATION, Kind.REISSUE])
def test_photo_and_scans_are_as_small_as_for_the_first_registration(kind: Kind) -> None:
    case = later(kind, changes=["EMPLOYER"], reissue_reason="SOILED")
    assert {"REG-PHOTO", "REG-FILE"}.isdisjoint(blocking(case))
    assert "REG-PHOTO" in blocking(replace(case, photo=replace(PHOTO, width=413, height=295)))
    assert "REG-PHOTO" in blocking(replace(case, photo=replace(PHOTO, octets=300 * KB + 1)))
    heavy = replace(SCAN, octets=300 * KB + 1)
    assert "REG-FILE" in blocking(replace(case, attachments=dict.fromkeys(A, (heavy,))))
    assert "REG-FORM" in blocking(later(kind, photo_id=None))


def test_who_leaves_is_not_asked_whether_he_may_practise() -> None:
    old = later(Kind.DEREGISTRATION, birth_date=date(1940, 1, 1), reason="退休", identity_number="")
    assert blocking(old) == {"REG-FORM"}
