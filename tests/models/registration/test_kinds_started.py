"""Which kind may be started, on which day, and what a started one holds already."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.agencies.tables import Employment
from models.authorities.kinds import Profession
from models.kernel.clock import freeze
from models.kernel.errors import Duplicate, Forbidden, NotFound, Refused, UnmetRequirement, WrongState
from models.kernel.rules import Finding
from models.registration.kinds import RegistrationKind as Kind
from models.registration.kinds import RegistrationState, StageKind
from models.registration.reads import visible_to
from models.registration.startable import startable
from models.registration.steps.claiming import claim_work
from models.registration.steps.withdrawing import withdraw_registration
from models.registration.tables import Registration
from tests.factories import agency, employer_account, engineer, passes
from tests.kind_story import (
    ISSUED_AT,
    VALID_UNTIL,
    WINDOW_OPENS,
    filled_in,
    handed_in,
    midnight,
    morning,
    registered,
    started,
    unmet,
)
from tests.registration_story import recorded

A_DAY = timedelta(days=1)


async def refusal(story: Any, kind: Kind, **about: Any) -> Finding:
    with pytest.raises(Refused) as refused:
        await started(story, kind, **about)
    (error,) = refused.value.errors
    assert isinstance(error, UnmetRequirement)
    assert error.finding is not None
    return error.finding


async def test_a_renewal_opens_three_months_before_the_end_and_closes_with_it(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, certificate = await registered()
    assert certificate.valid_until == VALID_UNTIL
    with freeze(midnight(WINDOW_OPENS) - timedelta(seconds=1)):
        early = await refusal(story, Kind.RENEWAL)
    assert (early.rule, early.met_at) == ("REG-KIND", WINDOW_OPENS)
    assert "2028-12-01起可以申请" in early.message
    with freeze(midnight(VALID_UNTIL + A_DAY)):
        late = await refusal(story, Kind.RENEWAL)
    assert "注册证已过期" in late.message
    assert "重新注册" in (late.advice or "")
    with freeze(midnight(VALID_UNTIL + A_DAY) - timedelta(seconds=1)):
        assert (await started(story, Kind.RENEWAL)).original_id == certificate.id


async def test_the_window_opens_with_its_first_second_in_china(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(midnight(WINDOW_OPENS)):
        assert (await started(story, Kind.RENEWAL)).kind is Kind.RENEWAL


async def test_a_re_registration_waits_for_the_end(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(midnight(VALID_UNTIL + A_DAY) - timedelta(seconds=1)):
        found = await refusal(story, Kind.RE_REGISTRATION)
    assert "延续注册" in (found.advice or "")
    with freeze(midnight(VALID_UNTIL + A_DAY)):
        assert (await started(story, Kind.RE_REGISTRATION)).kind is Kind.RE_REGISTRATION


@pytest.mark.requirement("S2-25", "S2-26")
@pytest.mark.parametrize(
    "kind", [Kind.RENEWAL, Kind.CHANGE, Kind.RE_REGISTRATION, Kind.REISSUE, Kind.DEREGISTRATION]
)
async def test_who_was_never_registered_begins_with_the_initial_registration(sqlite: str, kind: Kind) -> None:
    story, _ = await registered()
    newcomer = await engineer(name="林知夏")
    with pytest.raises(Refused) as refused:
        await started(story, kind, newcomer)
    (error,) = refused.value.errors
    assert isinstance(error, UnmetRequirement) and "没有您的注册信息" in error.finding.message
    advice = str(error.finding.advice)
    assert "请办理初始注册" in advice
    assert "证件号码与上次注册时是否一致" in advice and "证件信息有误的，请联系注册机构更正" in advice


async def test_a_draft_holds_what_is_registered_and_asks_anew_for_the_photo(database: str) -> None:
    with freeze(ISSUED_AT):
        story, certificate = await registered()
        row = await started(story, Kind.CHANGE, certificate_id=certificate.id)
        row = await Registration.get(id=row.id)
    old = await Registration.get(id=certificate.registration_id)
    for column in (
        "name",
        "identity_number",
        "education",
        "address",
        "employer_id",
        "employer_code",
        "post",
        "grade",
    ):
        assert getattr(row, column) == getattr(old, column), column
    assert (row.photo_id, row.capable, row.authority_id) == (None, None, None)
    assert (row.changes, row.reissue_of, row.original_id) == ([], [], certificate.id)


async def test_another_certificate_than_the_newest_is_not_found(sqlite: str) -> None:
    story, certificate = await registered()
    with pytest.raises(NotFound):
        await started(story, Kind.CHANGE, certificate_id=certificate.id + 1)


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (Kind.CHANGE, Kind.CHANGE, False),
        (Kind.CHANGE, Kind.RENEWAL, False),
        (Kind.DEREGISTRATION, Kind.REISSUE, False),
        (Kind.CHANGE, Kind.REISSUE, True),
    ],
)
async def test_which_open_cases_stand_in_the_way_of_which(
    sqlite: str, first: Kind, second: Kind, both: bool
) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(morning(date(2029, 1, 8))):
        earlier = await started(story, first)
        if both:
            assert (await started(story, second)).kind is second
            return
        with pytest.raises(Refused) as refused:
            await started(story, second)
    (error,) = refused.value.errors
    assert isinstance(error, Duplicate)
    assert error.existing == earlier.global_id


async def test_the_doors_say_when_the_renewal_opens(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
        found = [door for door in await startable(story.filer) if door.profession is Profession.FIRE_ENGINEER]
    doors = {door.kind: door for door in found}
    assert [kind for kind, door in doors.items() if door.legal] == [
        Kind.CHANGE,
        Kind.REISSUE,
        Kind.DEREGISTRATION,
    ]
    (finding,) = [one for one in doors[Kind.RENEWAL].findings if not one.met]
    assert finding.met_at == WINDOW_OPENS


async def test_only_the_employer_files_a_forced_deregistration_of_its_own_people(database: str) -> None:
    story, certificate = await registered()
    firm, stranger = await employer_account(story.employer), await employer_account(await agency(name="别家"))
    about = {"person_id": certificate.person_id}
    for viewer, error in ((story.filer, Forbidden), (stranger, NotFound)):
        with pytest.raises(error):
            await started(story, Kind.FORCED_DEREGISTRATION, viewer, **about)
    with pytest.raises(Forbidden):
        await started(story, Kind.DEREGISTRATION, firm)
    row = await started(story, Kind.FORCED_DEREGISTRATION, firm, **about)
    assert (row.applicant_id, row.employer_id) == (certificate.person_id, story.employer.id)
    assert await Registration.filter(visible_to(firm), id=row.id).exists()
    assert not await Registration.filter(visible_to(story.filer), id=row.id).exists()
    assert {entry.audience.person_id for entry in await recorded(row)} == {None}
    filed = await handed_in(await filled_in_again(story, row, firm))
    assert await Registration.filter(visible_to(story.filer), id=filed.case.id).exists()
    assert (await recorded(filed.case))[-1].audience.person_id == certificate.person_id


async def filled_in_again(story: Any, row: Registration, firm: Any) -> Any:
    """The employer throws the first draft away and fills in another."""
    from models.registration.steps.filing import discard_registration  # noqa: PLC0415

    await discard_registration(firm, id=row.id, version=row.version)
    return await filled_in(
        story, Kind.FORCED_DEREGISTRATION, {"reason": "劳动合同已解除"}, firm, person_id=row.applicant_id
    )


async def test_a_persons_open_case_does_not_keep_the_employer_from_deregistering(sqlite: str) -> None:
    story, certificate = await registered()
    firm = await employer_account(story.employer)
    await started(story, Kind.DEREGISTRATION)
    row = await started(story, Kind.FORCED_DEREGISTRATION, firm, person_id=certificate.person_id)
    assert "REG-ONE" not in await unmet(row)
    assert await Employment.filter(until=None).count() == 1


@pytest.mark.requirement("S3-32")
async def test_the_employer_takes_it_back_until_it_is_accepted_and_not_afterwards(database: str) -> None:
    story, certificate = await registered()
    firm, said = await employer_account(story.employer), {"reason": "劳动合同已解除"}
    about = {"person_id": certificate.person_id}
    filed = await handed_in(await filled_in(story, Kind.FORCED_DEREGISTRATION, said, firm, **about))
    item = await filed.item()
    await claim_work(story.desk.officers[item.stage_kind], id=item.id)
    row = await filed.fresh()
    row = (await withdraw_registration(firm, id=row.id, version=row.version)).value
    assert row.state is RegistrationState.WITHDRAWN
    again = await handed_in(await filled_in(story, Kind.FORCED_DEREGISTRATION, said, firm, **about))
    await passes(again, StageKind.ACCEPTANCE)
    row = await again.fresh()
    with pytest.raises(Refused) as refused:
        await withdraw_registration(firm, id=row.id, version=row.version)
    assert isinstance(refused.value.errors[0], WrongState)
