"""From 15 to 18 digits: only the long form of one's own number, and everything follows (S2-20 to S2-22)."""

import pytest

from models.kernel.errors import ErrorCode, InvalidField, Refused, Unauthenticated
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.kinds import IdentityKind, SessionState
from models.people.sessions import viewer_of_token
from models.people.steps.upgrading import upgrade_identity_number
from models.people.tables import Person, Session
from models.people.workflow import person_actions
from models.registration.credentials import Certificate
from models.registration.steps.drafting import save_registration
from models.registration.tables import Registration
from tests.factories import draft, made
from tests.models.people.stories import enter, member, newcomer

MOBILE, OTHER = "13211111111", "13222222222"
OLD, NEW = "211322640220001", "211322196402200016"
WRONG_CHECK, ANOTHER = "211322196402200017", "320102199005010017"


async def with_old_number() -> Viewer:
    await member(MOBILE, identity_number=OLD)
    return (await enter(OLD))[1]


async def problem(viewer: Viewer, number: str) -> InvalidField:
    with pytest.raises(Refused) as refused:
        await upgrade_identity_number(viewer, number=number)
    (error,) = refused.value.errors
    assert isinstance(error, InvalidField)
    return error


async def test_nobody_and_who_has_no_password_are_refused(sqlite: str) -> None:
    with pytest.raises(Unauthenticated):
        await upgrade_identity_number(PUBLIC_VIEWER, number=NEW)
    _, viewer = await newcomer(MOBILE)
    with pytest.raises(Refused) as refused:
        await upgrade_identity_number(viewer, number=NEW)
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE


@pytest.mark.requirement("S2-20")
async def test_it_is_offered_only_to_the_owner_of_an_old_number(sqlite: str) -> None:
    viewer = await with_old_number()
    person = await Person.get(id=viewer.person_id)
    offered = person_actions(viewer, person.id, person.identity_number)
    assert [one.label for one in offered] == ["更新身份证号"]
    assert person_actions(viewer, person.id, NEW) == []
    await member(OTHER)
    _, stranger = await enter(OTHER)
    assert person_actions(stranger, person.id, OLD) == []
    assert (await problem(stranger, NEW)).message == "您登记的不是 15 位的一代身份证号，不需要更新"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (NEW[:17], "二代身份证号应为 18 位，收到 17 位"),
        (WRONG_CHECK, "身份证号校验位不正确：末位收到 7，按前 17 位应为 6。请逐位核对"),
        (ANOTHER, "这不是您登记的 15 位号码对应的二代号码。号码换过的，请申请更正证件信息"),
        (OLD, "二代身份证号应为 18 位，收到 15 位"),
    ],
)
@pytest.mark.requirement("S2-20")
async def test_every_other_number_is_refused_in_its_own_words(sqlite: str, number: str, words: str) -> None:
    viewer = await with_old_number()
    error = await problem(viewer, number)
    assert (error.message, error.path) == (words, ("input", "identityNumber"))
    assert "*" in (error.received or "") and number not in (error.received or "")
    assert (await Person.get(id=viewer.person_id)).identity_number == OLD


@pytest.mark.requirement("S2-20", "S2-21", "S2-22")
async def test_the_new_number_is_the_login_and_every_session_ends(database: str) -> None:
    viewer = await with_old_number()
    other, _ = await enter(MOBILE)
    person = (await upgrade_identity_number(viewer, number="２１１３２２ 19640220 0016")).value
    assert (person.identity_number, person.identity_kind) == (NEW, IdentityKind.RESIDENT)
    assert await Session.filter(account_id=viewer.account_id, state=SessionState.OPEN).count() == 0
    assert await viewer_of_token(other.token or "") is None
    with pytest.raises(Refused) as refused:
        await enter(OLD)
    assert refused.value.errors[0].code is ErrorCode.WRONG_CREDENTIALS
    assert (await enter(NEW))[1].person_id == person.id
    row = await JournalRow.get(name="IDENTITY_NUMBER_UPGRADED")
    assert (row.facts, row.person_id, row.notifies) == ({}, person.id, True)
    ended = await JournalRow.filter(name="SESSION_ENDED").order_by("-id").first()
    assert ended is not None and ended.facts["words"] == "身份证号已更新"


@pytest.mark.requirement("S2-20")
async def test_applications_follow_and_tell_it_and_stay_editable(database: str) -> None:
    viewer = await with_old_number()
    row = await draft(viewer)
    changes = {"identity_kind": IdentityKind.RESIDENT_OLD, "identity_number": OLD}
    row = (await save_registration(viewer, id=row.id, version=row.version, changes=changes)).value
    await upgrade_identity_number(viewer, number=NEW)
    after = await Registration.get(id=row.id)
    assert (after.identity_number, after.identity_kind) == (NEW, IdentityKind.RESIDENT)
    entries = JournalRow.filter(subject="reg", subject_id=row.id, subject_version=after.version)
    assert [one.name for one in await entries] == ["IDENTITY_NUMBER_FOLLOWED"]
    _, again = await enter(NEW)
    await save_registration(again, id=row.id, version=after.version, changes={"education": "安全工程"})


async def test_a_long_form_that_another_record_has_is_not_taken(sqlite: str) -> None:
    viewer = await with_old_number()
    await made(Person, name="另一人", identity_number=NEW)
    with pytest.raises(Refused) as refused:
        await upgrade_identity_number(viewer, number=NEW)
    assert refused.value.errors[0].code is ErrorCode.DUPLICATE
    assert await Certificate.all().count() == 0
