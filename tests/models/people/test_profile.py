"""Completing one's data at the first sign-in, or when category or unit attribute is missing (S2-19)."""

import pytest

from models.agencies.tables import EmployerNature
from models.authorities.kinds import Profession
from models.kernel.errors import ErrorCode, InvalidField, Refused, Unauthenticated, UnmetRequirement
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.kinds import ChallengePurpose
from models.people.profile import missing, profile_gaps, profiles_of
from models.people.sessions import viewer_of_token
from models.people.steps.holders import open_holder_and_enter
from models.people.steps.passwords import set_first_password
from models.people.steps.profiling import Completion, complete_profile
from models.registration.kinds import RegistrationKind
from models.registration.steps.drafting import start_registration
from tests.factories import case
from tests.kind_story import registered
from tests.models.people.stories import HOME, PASSWORD, newcomer, proved
from tests.old_holders import OldHolder, old_holder

MOBILE = "13211111111"
SAFETY = Profession.SAFETY_ENGINEER
WHOLE = Completion(SAFETY, ("CHEMICAL",), EmployerNature.ENTERPRISE)


async def first_time(holder: OldHolder) -> Viewer:
    """Signed in for the first time, with a password."""
    secret = await proved(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
    session = (await open_holder_and_enter(PUBLIC_VIEWER, secret, holder.claim(), "k", HOME)).value
    viewer = await viewer_of_token(session.token or "")
    assert viewer is not None
    await set_first_password(viewer, PASSWORD, PASSWORD)
    return viewer


async def rules(viewer: Viewer) -> list[str]:
    return [one.rule for one in await missing(viewer)]


async def test_nobody_has_nothing_to_complete(sqlite: str) -> None:
    assert await missing(PUBLIC_VIEWER) == []
    with pytest.raises(Unauthenticated):
        await complete_profile(PUBLIC_VIEWER, said=[])


async def test_without_a_password_that_comes_first(sqlite: str) -> None:
    _, viewer = await newcomer(MOBILE)
    assert await rules(viewer) == ["PWD-1"] and await profile_gaps(viewer) == []
    with pytest.raises(Refused) as refused:
        await complete_profile(viewer, said=[])
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE


async def test_who_was_registered_here_has_nothing_to_complete(sqlite: str) -> None:
    story, _ = await registered()
    assert await missing(story.filer) == []


@pytest.mark.requirement("S2-19")
async def test_a_first_sign_in_and_what_is_missing_must_be_completed_before_anything_is_begun(
    database: str,
) -> None:
    viewer = await first_time(await old_holder(bare=True))
    assert await rules(viewer) == ["PROFILE-FIRST", "PROFILE-CATEGORY", "PROFILE-NATURE"]
    with pytest.raises(Refused) as refused:
        await start_registration(viewer, profession=SAFETY, kind=RegistrationKind.RENEWAL)
    unmet = [error.finding.rule for error in refused.value.errors if isinstance(error, UnmetRequirement)]
    assert unmet[:3] == ["PROFILE-FIRST", "PROFILE-CATEGORY", "PROFILE-NATURE"]
    done = await complete_profile(viewer, said=[WHOLE])
    assert done.value.profile_due is False and await missing(viewer) == []
    row = await JournalRow.get(name="PROFILE_COMPLETED")
    assert row.facts == {"filled": "个人信息、注册类别、单位属性"}


@pytest.mark.requirement("S2-19")
async def test_half_of_it_is_refused_with_what_is_still_missing_and_keeps_nothing(database: str) -> None:
    viewer = await first_time(await old_holder(bare=True))
    with pytest.raises(Refused) as refused:
        await complete_profile(viewer, said=[Completion(SAFETY, ("CHEMICAL",))])
    (error,) = refused.value.errors
    assert isinstance(error, UnmetRequirement)
    assert (error.finding.rule, error.path) == ("PROFILE-NATURE", ("SAFETY_ENGINEER", "employerNature"))
    assert len(await missing(viewer)) == 3


async def test_unknown_and_too_many_categories_are_refused_with_the_names(sqlite: str) -> None:
    viewer = await first_time(await old_holder(bare=True))
    for codes in (("MAGIC",), ("CHEMICAL", "COAL_MINE", "OTHER")):
        with pytest.raises(Refused) as refused:
            await complete_profile(viewer, said=[Completion(SAFETY, codes, EmployerNature.ENTERPRISE)])
        (error,) = refused.value.errors
        assert isinstance(error, InvalidField) and "、" in (error.wanted or "")


async def test_a_first_sign_in_with_whole_data_only_looks_through_them(sqlite: str) -> None:
    viewer = await first_time(await old_holder())
    assert await rules(viewer) == ["PROFILE-FIRST"]
    await complete_profile(viewer, said=[])
    assert await missing(viewer) == []


async def test_what_is_registered_is_not_changed_by_it(sqlite: str) -> None:
    holder = await old_holder(bare=True)
    viewer = await first_time(holder)
    await complete_profile(viewer, said=[WHOLE])
    await complete_profile(viewer, said=[Completion(SAFETY, ("OTHER",), EmployerNature.INSTITUTION)])
    assert await _said(viewer) == (["CHEMICAL"], EmployerNature.ENTERPRISE)


async def test_a_case_under_way_asks_for_nothing_new(sqlite: str) -> None:
    story = await case()
    assert await profile_gaps(story.filer) == []


async def _said(viewer: Viewer) -> tuple[list[str], EmployerNature | None]:
    row = (await profiles_of(viewer.person_id or 0))[SAFETY]
    return row.specialties, row.employer_nature
