"""Sessions: seen and ended by their owner, ended by the clock and by a new password."""

from datetime import timedelta

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import NotFound, Unauthenticated
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from models.people.kinds import SessionState
from models.people.reads import sessions_visible_to
from models.people.sessions import identified, identified_session, viewer_of_session, viewer_of_token
from models.people.settings import SignInSettings, settings, use_settings
from models.people.steps.passwords import change_known_password
from models.people.steps.sessions import end_idle_sessions, end_session, sign_out
from models.people.tables import Account, Session
from tests.models.people.stories import PASSWORD, enter, member

MOBILE, OTHER = "13211111111", "13222222222"


async def test_nobody_has_no_session_to_end(sqlite: str) -> None:
    with pytest.raises(Unauthenticated):
        await sign_out(PUBLIC_VIEWER)
    with pytest.raises(Unauthenticated):
        await end_session(PUBLIC_VIEWER, id=None)
    assert await Session.filter(sessions_visible_to(PUBLIC_VIEWER)).count() == 0


async def test_another_ones_session_does_not_exist_for_me(sqlite: str) -> None:
    await member(MOBILE)
    await member(OTHER)
    theirs, _ = await enter(OTHER)
    _, viewer = await enter(MOBILE)
    with pytest.raises(NotFound):
        await end_session(viewer, id=theirs.id)
    assert await viewer_of_token(theirs.token or "")


@pytest.mark.requirement("S2-27")
async def test_safe_exit_ends_the_session_and_locks_nobody_out(database: str) -> None:
    await member(MOBILE)
    session, viewer = await enter(MOBILE)
    await sign_out(viewer)
    assert await viewer_of_token(session.token or "") is None
    with pytest.raises(Unauthenticated):
        await sign_out(viewer)
    assert await _ended() == [("SIGNED_OUT", session.id)]
    await enter(MOBILE)


@pytest.mark.requirement("D-11")
async def test_several_sessions_are_seen_and_ended_one_by_one_or_all_others(database: str) -> None:
    await member(MOBILE)
    sessions = [await enter(MOBILE) for _ in range(4)]
    present, viewer = sessions[0]
    assert await Session.filter(sessions_visible_to(viewer)).count() == 4
    await end_session(viewer, id=sessions[1][0].id)
    assert await viewer_of_session(sessions[1][0].id) is None
    again = (await end_session(viewer, id=sessions[1][0].id)).value
    assert [session.state for session in again] == [SessionState.ENDED]
    ended = (await end_session(viewer, id=None)).value
    assert {session.id for session in ended} == {sessions[2][0].id, sessions[3][0].id}
    assert await viewer_of_token(present.token or "") == viewer
    assert len(await _ended()) == 3


@pytest.mark.requirement("S2-28")
async def test_thirty_minutes_without_a_request_end_a_session(database: str) -> None:
    await member(MOBILE)
    start = now()
    with freeze(start):
        session, _ = await enter(MOBILE)
    with freeze(start + timedelta(minutes=20)):
        assert await viewer_of_token(session.token or "")
    with freeze(start + timedelta(minutes=49)):
        assert (await end_idle_sessions(SYSTEM_VIEWER)).value == 0
        assert await viewer_of_session(session.id)
    with freeze(start + timedelta(minutes=50)):
        assert await viewer_of_token(session.token or "") is None
        assert (await end_idle_sessions(SYSTEM_VIEWER)).value == 1
    assert await _ended() == [("IDLE", session.id)]
    assert (await Session.get(id=session.id)).state is SessionState.ENDED


@pytest.mark.requirement("D-12")
async def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(database: str) -> None:
    await member(MOBILE)
    start = now()
    with freeze(start):
        session, _ = await enter(MOBILE)
    ends = set()
    for minutes in range(2, 30, 2):
        with freeze(start + timedelta(minutes=minutes)):
            found = await identified(session.token or "", attended=False)
            assert found is not None
            ends.add(found.idle_at)
    assert ends == {start + timedelta(minutes=30)}
    with freeze(start + timedelta(minutes=30)):
        assert await identified(session.token or "", attended=False) is None
        assert await identified(session.token or "") is None


@pytest.mark.requirement("S2-28")
async def test_the_idle_time_is_a_setting(sqlite: str) -> None:
    await member(MOBILE)
    usual, start = settings(), now()
    with freeze(start):
        session, _ = await enter(MOBILE)
    use_settings(SignInSettings(idle_after=timedelta(minutes=5)))
    try:
        with freeze(start + timedelta(minutes=5)):
            assert await viewer_of_token(session.token or "") is None
    finally:
        use_settings(usual)


async def test_the_last_request_is_written_at_most_once_a_minute(sqlite: str) -> None:
    await member(MOBILE)
    start = now().replace(microsecond=0)
    with freeze(start):
        session, _ = await enter(MOBILE)
    for seconds, written in ((59, 0), (61, 61), (90, 61), (122, 122)):
        with freeze(start + timedelta(seconds=seconds)):
            await viewer_of_token(session.token or "")
        assert (await Session.get(id=session.id)).last_seen_at == start + timedelta(seconds=written)


async def test_looking_at_a_session_again_is_no_request(sqlite: str) -> None:
    await member(MOBILE)
    start = now()
    with freeze(start):
        session, viewer = await enter(MOBILE)
    with freeze(start + timedelta(minutes=10)):
        seen = await identified_session(session.id)
        assert seen is not None
        assert (seen.viewer, seen.idle_at) == (viewer, start + timedelta(minutes=30))
        asked = await identified(session.token or "")
        assert asked is not None and asked.idle_at == start + timedelta(minutes=40)


@pytest.mark.requirement("S3-36")
async def test_a_changed_password_ends_the_other_sessions(database: str) -> None:
    await member(MOBILE)
    other, _ = await enter(MOBILE)
    mine, viewer = await enter(MOBILE)
    await change_known_password(viewer, PASSWORD, "another-horse-7", "another-horse-7")
    assert await viewer_of_token(other.token or "") is None
    assert await viewer_of_token(mine.token or "")
    assert await _ended() == [("PASSWORD_CHANGED", other.id)]
    account = await Account.get(mobile=MOBILE)
    told = await JournalRow.filter(name="PASSWORD_CHANGED").get()
    assert (told.subject_id, told.person_id, told.notifies) == (account.id, account.person_id, True)


async def _ended() -> list[tuple[object, int]]:
    rows = await JournalRow.filter(name="SESSION_ENDED").order_by("id")
    return [(row.facts["reason"], row.subject_id) for row in rows]
