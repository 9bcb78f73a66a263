"""Correcting the register: asked with papers, confirmed by the body, applied by the centre, told at once (S2-26)."""

import asyncio
from datetime import date

import pytest

from models.authorities.kinds import AuthorityKind, ReviewerRole
from models.files.tables import StoredFile
from models.kernel.errors import ErrorCode, Forbidden, InvalidField, NotFound, Refused
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer
from models.people.corrections.kinds import CorrectionState
from models.people.corrections.reads import visible_to
from models.people.corrections.shown import differences
from models.people.corrections.steps import (
    Wanted,
    apply_identity_correction,
    confirm_identity_correction,
    refuse_identity_correction,
    request_identity_correction,
    withdraw_identity_correction,
)
from models.people.corrections.tables import IdentityCorrection
from models.people.kinds import IdentityKind
from models.people.tables import Person
from models.registration.kinds import StageKind
from tests.factories import Story, corps, made, person, picture, reviewer
from tests.kind_story import registered

RIGHT = "211322196402200016"
NEW_NUMBER = Wanted(identity_number=RIGHT)


async def ask(filer: Viewer, wanted: Wanted = NEW_NUMBER, files: int = 1) -> IdentityCorrection:
    proofs = [(await picture(filer)).id for _ in range(files)]
    return (await request_identity_correction(filer, wanted=wanted, proof_ids=proofs)).value


async def fresh(row: IdentityCorrection) -> IdentityCorrection:
    return await IdentityCorrection.get(id=row.id)


def acceptor(story: Story) -> Viewer:
    return story.desk.officers[StageKind.ACCEPTANCE]


def examiner(story: Story) -> Viewer:
    return story.desk.officers[StageKind.EXAMINATION]


async def confirmed(story: Story, row: IdentityCorrection) -> IdentityCorrection:
    return (await confirm_identity_correction(acceptor(story), id=row.id, version=row.version)).value


async def events(row: IdentityCorrection) -> list[str]:
    rows = JournalRow.filter(subject="idc", subject_id=row.id).order_by("id")
    return [one.name for one in await rows]


@pytest.mark.requirement("S2-26")
async def test_the_body_confirms_the_centre_changes_and_the_person_is_told(database: str) -> None:
    story, _ = await registered()
    old = await Person.get(id=story.filer.person_id)
    row = await ask(story.filer, Wanted(name="王海柠", identity_number=RIGHT))
    assert row.state is CorrectionState.SUBMITTED
    row = await confirmed(story, row)
    done = (await apply_identity_correction(examiner(story), id=row.id, version=row.version)).value
    new = await Person.get(id=old.id)
    assert (new.name, new.identity_number, new.birth_date) == ("王海柠", RIGHT, date(1964, 2, 20))
    assert done.state is CorrectionState.APPLIED
    assert (done.was["name"], done.was["identity_number"]) == (old.name, old.identity_number)
    assert await events(row) == ["CORRECTION_REQUESTED", "CORRECTION_CONFIRMED", "CORRECTION_APPLIED"]
    told = await JournalRow.filter(subject="idc").order_by("id")
    assert {(one.person_id, one.notifies) for one in told} == {(old.id, True)}
    assert all(secret not in str([one.facts for one in told]) for secret in (RIGHT, "王海柠", old.name))


@pytest.mark.requirement("S2-26")
async def test_where_there_is_a_centre_it_applies(sqlite: str) -> None:
    story, _ = await registered()
    centre = await corps(short_name="注册管理中心", region_code="", kind=AuthorityKind.CENTRE, stages=[])
    there = await reviewer(ReviewerRole.EXAMINER, at=centre)
    row = await confirmed(story, await ask(story.filer))
    assert row.authority_id == centre.id
    with pytest.raises(Forbidden):
        await apply_identity_correction(examiner(story), id=row.id, version=row.version)
    await apply_identity_correction(there, id=row.id, version=row.version)
    assert (await fresh(row)).state is CorrectionState.APPLIED


async def test_who_confirmed_does_not_apply(sqlite: str) -> None:
    story, _ = await registered()
    both = await reviewer(ReviewerRole.ACCEPTOR, ReviewerRole.EXAMINER, at=story.authority)
    row = await ask(story.filer)
    row = (await confirm_identity_correction(both, id=row.id, version=row.version)).value
    with pytest.raises(Forbidden):
        await apply_identity_correction(both, id=row.id, version=row.version)


async def test_strangers_other_posts_and_other_bodies_have_no_business_with_it(sqlite: str) -> None:
    story, _ = await registered()
    row = await ask(story.filer)
    decider = story.desk.officers[StageKind.DECISION]
    elsewhere = await reviewer(ReviewerRole.ACCEPTOR, at=await corps("浙", "330000"))
    for viewer in (await person(), decider, elsewhere):
        assert not await IdentityCorrection.filter(visible_to(viewer)).exists()
        with pytest.raises(NotFound):
            await confirm_identity_correction(viewer, id=row.id, version=row.version)
    with pytest.raises(Forbidden):
        await confirm_identity_correction(story.filer, id=row.id, version=row.version)
    with pytest.raises(Forbidden):
        await request_identity_correction(decider, wanted=NEW_NUMBER, proof_ids=[])


async def test_who_is_in_no_register_corrects_their_own_form(sqlite: str) -> None:
    with pytest.raises(Refused) as refused:
        await ask(await person())
    assert "不需要更正" in refused.value.errors[0].message


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        (Wanted(), None),
        (Wanted(name="王海宁"), None),
        (Wanted(identity_number="211322196402200017"), ("input", "identityNumber")),
        (Wanted(birth_date=date(2190, 1, 1)), ("input", "birthDate")),
        (Wanted(identity_number=RIGHT, birth_date=date(1964, 2, 21)), ("input", "birthDate")),
        (Wanted(name="王" * 65), ("input", "name")),
        (Wanted(identity_kind=IdentityKind.PASSPORT, identity_number="E1"), ("input", "identityNumber")),
    ],
)
async def test_what_is_not_good_is_named(sqlite: str, wanted: Wanted, path: tuple[str, ...] | None) -> None:
    story, _ = await registered()
    with pytest.raises(Refused) as refused:
        await ask(story.filer, wanted)
    (error,) = refused.value.errors
    assert isinstance(error, InvalidField) and error.path == path


async def test_proofs_are_ones_own_clean_and_unused_files(sqlite: str) -> None:
    story, _ = await registered()
    strange = await picture(await person())
    for proofs in ([], [strange.id], [(await picture(story.filer, subject="reg", subject_id=1)).id]):
        with pytest.raises(Refused) as refused:
            await request_identity_correction(story.filer, wanted=NEW_NUMBER, proof_ids=proofs)
        assert refused.value.errors[0].path == ("input", "proofFileIds")
    row = await ask(story.filer, files=2)
    assert await StoredFile.filter(subject="idc", subject_id=row.id).count() == 2


async def test_one_at_a_time_and_taken_back_until_it_is_confirmed(sqlite: str) -> None:
    story, _ = await registered()
    row = await ask(story.filer)
    with pytest.raises(Refused) as refused:
        await ask(story.filer)
    assert refused.value.errors[0].code is ErrorCode.DUPLICATE
    await withdraw_identity_correction(story.filer, id=row.id, version=row.version)
    row = await confirmed(story, await ask(story.filer))
    with pytest.raises(Refused) as refused:
        await withdraw_identity_correction(story.filer, id=row.id, version=row.version)
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE


async def test_a_refusal_says_why(sqlite: str) -> None:
    story, _ = await registered()
    row = await ask(story.filer)
    with pytest.raises(Refused):
        await refuse_identity_correction(acceptor(story), id=row.id, version=row.version, reason=" ")
    done = await refuse_identity_correction(
        acceptor(story), id=row.id, version=row.version, reason="照片看不清"
    )
    assert (done.value.state, done.value.reason) == (CorrectionState.REFUSED, "照片看不清")


async def test_a_number_taken_meanwhile_is_not_written(sqlite: str) -> None:
    story, _ = await registered()
    row = await confirmed(story, await ask(story.filer))
    await made(Person, name="另一人", identity_number=RIGHT)
    with pytest.raises(Refused) as refused:
        await apply_identity_correction(examiner(story), id=row.id, version=row.version)
    assert refused.value.errors[0].code is ErrorCode.DUPLICATE
    assert (await fresh(row)).state is CorrectionState.CONFIRMED


async def test_of_two_confirmations_at_once_one_holds(database: str) -> None:
    story, _ = await registered()
    row = await ask(story.filer)
    outcomes = await asyncio.gather(*(confirmed(story, row) for _ in range(2)), return_exceptions=True)
    assert sum(isinstance(one, Refused) for one in outcomes) == 1
    assert (await events(row)).count("CORRECTION_CONFIRMED") == 1


async def test_numbers_are_masked_but_for_the_owner(sqlite: str) -> None:
    story, _ = await registered()
    row = await ask(story.filer, Wanted(name="王海柠", identity_number=RIGHT))
    own = (await differences(story.filer, [row]))[0]
    theirs = (await differences(acceptor(story), [row]))[0]
    assert [(one.path, one.after) for one in own][:2] == [(("name",), "王海柠"), (("identityNumber",), RIGHT)]
    assert [one.after for one in theirs][:2] == ["王海柠", "211322********0016"]
