"""What the grant of each kind does: certificate, seal, employment, in one unit of work, and who is told."""

from datetime import date, timedelta

import pytest

from models.agencies.tables import Employer, Employment
from models.kernel.clock import freeze
from models.kernel.errors import Refused
from models.people.tables import Person
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import CredentialKind, CredentialState, RegistrationKind, RegistrationState
from models.registration.sweeps import expire_certificates
from models.registration.verify import verify_certificate
from tests.factories import agency, employer_account
from tests.kind_story import ISSUED_AT, VALID_UNTIL, filled_in, granted, handed_in, morning, registered
from tests.registration_story import recorded, signed, told_to

RENEWED = morning(date(2029, 1, 15))


async def states(certificate: Certificate) -> tuple[CredentialState, list[CredentialState]]:
    row = await Certificate.get(id=certificate.id)
    seals = await Seal.filter(certificate_id=row.id).order_by("id")
    return row.state, [seal.state for seal in seals]


async def test_a_renewal_moves_validity_on_from_the_old_end(database: str) -> None:
    with freeze(ISSUED_AT):
        story, old = await registered()
    with freeze(RENEWED):
        story = await handed_in(await filled_in(story, RegistrationKind.RENEWAL))
        new = await granted(story)
    assert new is not None
    assert (new.valid_from, new.valid_until) == (date(2029, 1, 15), date(2032, 3, 1))
    assert story.case.state is RegistrationState.COMPLETED
    old = await Certificate.get(id=old.id)
    assert (old.state, old.replaced_by_id) == (CredentialState.REPLACED, new.id)
    (seal,) = await Seal.all()
    assert (seal.certificate_id, seal.state, seal.valid_until) == (
        new.id, CredentialState.VALID, date(2032, 3, 1),
    )  # fmt: skip
    (employment,) = await Employment.all()
    assert employment.until is None
    assert [one.name for one in await recorded(old)][-1] == "CERTIFICATE_REPLACED"


async def test_a_renewal_granted_after_the_old_end_leaves_no_gap(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(morning(VALID_UNTIL)):
        story = await handed_in(await filled_in(story, RegistrationKind.RENEWAL))
    with freeze(morning(VALID_UNTIL + timedelta(days=20))):
        new = await granted(story)
    assert new is not None
    assert (new.valid_from, new.valid_until) == (VALID_UNTIL + timedelta(days=1), date(2032, 3, 1))


async def test_a_change_of_employer_moves_the_engineer_and_keeps_the_validity(database: str) -> None:
    to = await agency(name="苏州听澜消防技术有限公司")
    new_firm = await employer_account(to)
    with freeze(ISSUED_AT):
        story, old = await registered()
        old_firm = await employer_account(story.employer)
    with freeze(morning(date(2027, 5, 4))):
        said = {"changes": ["EMPLOYER"], "employer_id": to.id}
        story = await handed_in(await filled_in(story, RegistrationKind.CHANGE, said))
        new = await granted(story)
    assert new is not None
    assert (new.printed_employer, new.valid_until) == (to.name, VALID_UNTIL)
    assert await states(old) == (CredentialState.REPLACED, [CredentialState.REPLACED])
    assert await states(new) == (CredentialState.VALID, [CredentialState.VALID])
    left, joined = await Employment.all().order_by("id")
    assert (left.until, joined.employer_id, joined.until) == (date(2027, 5, 4), to.id, None)
    assert [one.name for one in await told_to(old_firm, left)] == ["EMPLOYMENT_OPENED", "EMPLOYMENT_ENDED"]
    assert [one.name for one in await told_to(new_firm, joined)] == ["EMPLOYMENT_OPENED"]
    replaced = (await recorded(old))[-1]
    assert (replaced.name, replaced.audience.employer_id) == ("CERTIFICATE_REPLACED", story.employer.id)


async def test_several_items_change_in_one_application(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, old = await registered()
        said = {
            "changes": ["PERSONAL", "EMPLOYER_NAME"],
            "name": "王海澜",
            "employer_name": "南京安澜消防集团",
        }
        story = await handed_in(await filled_in(story, RegistrationKind.CHANGE, said))
        new = await granted(story)
    assert new is not None
    assert (new.printed_name, new.printed_employer) == ("王海澜", "南京安澜消防集团")
    assert (await Employer.get(id=story.employer.id)).name == "南京安澜消防集团"
    assert (await Person.get(id=old.person_id)).name == "王海澜"
    proof = await verify_certificate(old.verify_code, signed)
    assert proof is not None
    assert (proof.state, proof.replaced_by_number) == (CredentialState.REPLACED, new.number)
    assert [one.after for one in proof.differences] == ["王海澜", "南京安澜消防集团"]


@pytest.mark.parametrize(
    ("objects", "certificates", "seals"),
    [(["CERTIFICATE"], 2, 1), (["SEAL"], 1, 2), (["CERTIFICATE", "SEAL"], 2, 2)],
)
async def test_a_reissue_replaces_what_was_named_and_nothing_else(
    sqlite: str, objects: list[str], certificates: int, seals: int
) -> None:
    with freeze(ISSUED_AT):
        story, old = await registered()
        said = {"reissue_of": objects, "reissue_reason": "LOST"}
        story = await handed_in(await filled_in(story, RegistrationKind.REISSUE, said))
        await granted(story)
    rows = await Certificate.all().order_by("id")
    assert len(rows) == certificates
    assert (rows[0].state is CredentialState.REPLACED) is (CredentialKind.CERTIFICATE in objects)
    assert (rows[-1].state, rows[-1].valid_until) == (CredentialState.VALID, old.valid_until)
    made = await Seal.all().order_by("id")
    assert len(made) == seals
    assert [seal.state for seal in made[:-1]] == [CredentialState.REPLACED] * (seals - 1)
    assert (made[-1].state, made[-1].certificate_id) == (CredentialState.VALID, rows[-1].id)
    assert len(await Employment.all()) == 1


async def test_a_re_registration_begins_anew_and_leaves_the_old_one_expired(sqlite: str) -> None:
    to = await agency(name="苏州听澜消防技术有限公司")
    with freeze(ISSUED_AT):
        story, old = await registered()
    with freeze(morning(date(2029, 6, 4))):
        said = {"employer_id": to.id}
        story = await handed_in(await filled_in(story, RegistrationKind.RE_REGISTRATION, said))
        new = await granted(story)
    assert new is not None
    assert (new.valid_from, new.valid_until) == (date(2029, 6, 4), date(2032, 6, 3))
    assert (await Certificate.get(id=old.id)).replaced_by_id is None
    with freeze(morning(date(2029, 6, 5))):
        proof = await verify_certificate(old.verify_code, signed)
    assert proof is not None
    assert proof.state is CredentialState.EXPIRED
    assert [row.employer_id for row in await Employment.filter(until=None)] == [to.id]


async def test_a_deregistration_cancels_all_and_is_complete_with_the_decision(database: str) -> None:
    with freeze(ISSUED_AT):
        story, old = await registered()
        said = {"reason": "不再从事消防技术服务"}
        story = await handed_in(await filled_in(story, RegistrationKind.DEREGISTRATION, said))
        assert await granted(story) is None
    assert story.case.state is RegistrationState.COMPLETED
    row = await Certificate.get(id=old.id)
    assert (row.state, row.reason) == (CredentialState.CANCELLED, "不再从事消防技术服务")
    assert await states(old) == (CredentialState.CANCELLED, [CredentialState.CANCELLED])
    assert await Employment.filter(until=None).count() == 0
    assert [one.name for one in await recorded(story.case)][-2:] == [
        "REGISTRATION_GRANTED", "REGISTRATION_COMPLETED",
    ]  # fmt: skip
    cancelled = (await recorded(row))[-1]
    assert (cancelled.name, cancelled.public, cancelled.notifies) == ("CERTIFICATE_CANCELLED", True, True)


async def test_what_was_cancelled_meanwhile_cannot_be_changed(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, old = await registered()
        employer = await employer_account(story.employer)
        change = await handed_in(
            await filled_in(
                story, RegistrationKind.REISSUE, {"reissue_of": ["SEAL"], "reissue_reason": "LOST"}
            )
        )
        forced = await handed_in(
            await filled_in(
                story, RegistrationKind.FORCED_DEREGISTRATION, {"reason": "已解除劳动合同"}, employer,
                person_id=old.person_id,
            )
        )  # fmt: skip
        await granted(forced)
        with pytest.raises(Refused):
            await granted(change)
    assert await states(old) == (CredentialState.CANCELLED, [CredentialState.CANCELLED])


@pytest.mark.parametrize("late", [False, True])
async def test_a_seal_that_goes_on_is_valid_again_whatever_the_calendar_had_made_of_it(
    sqlite: str, late: bool
) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(RENEWED):
        await expire_certificates()
        story = await handed_in(await filled_in(story, RegistrationKind.RENEWAL))
        assert [one.state for one in await Seal.all()] == [CredentialState.EXPIRING]
    with freeze(morning(VALID_UNTIL + timedelta(days=20)) if late else RENEWED):
        await expire_certificates()
        new = await granted(story)
        assert await expire_certificates() == 0, "nothing is left for the calendar"
    assert new is not None
    assert await states(new) == (CredentialState.VALID, [CredentialState.VALID])
