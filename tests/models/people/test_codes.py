"""Sliders and codes: who is asked what, how often, and that a code is used once."""

import asyncio
from datetime import timedelta

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import (
    ErrorCode,
    InvalidField,
    LimitReached,
    Refused,
    SliderRequired,
    Unauthenticated,
    WrongCode,
)
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER
from models.people.kinds import AccountState, ChallengeChannel, ChallengePurpose, ChallengeState
from models.people.settings import CODE_LIFETIME, CODE_TRIES, SLIDER_LIFETIME
from models.people.steps.accounts import open_account
from models.people.steps.code_requests import CodeRequest
from models.people.steps.codes import prove_code, request_code
from models.people.steps.slider import SliderAnswer, new_slider, start_slider
from models.people.tables import Account, Challenge, OutgoingMessage, Session, Slider
from models.people.throttle import BOUNDS, Act
from tests.models.people.stories import (
    HOME,
    asked,
    human_track,
    member,
    newcomer,
    proof_of,
    proved,
    sent_code,
    solved_slider,
)

MOBILE = "13211111111"
OPEN = ChallengePurpose.OPEN_ACCOUNT


async def ask(
    answer: SliderAnswer, target: str = MOBILE, purpose: ChallengePurpose = OPEN
) -> Challenge | None:
    return (
        await request_code(
            PUBLIC_VIEWER, request=CodeRequest(purpose, target=target), slider=answer, address=HOME.address
        )
    ).value


@pytest.mark.requirement("S1-35")
async def test_no_code_before_the_slider(database: str) -> None:
    with pytest.raises(Refused) as refused:
        await ask(SliderAnswer("unknown", track=human_track(100)))
    assert isinstance(refused.value.errors[0], SliderRequired)
    assert await Challenge.all().count() == await OutgoingMessage.all().count() == 0


@pytest.mark.requirement("S1-35")
async def test_a_slider_next_to_the_gap_is_refused_and_spent(database: str) -> None:
    slider = (await start_slider(PUBLIC_VIEWER, address=HOME.address)).value
    with pytest.raises(Refused) as refused:
        await ask(SliderAnswer(slider.secret, track=human_track(slider.offset - 40)))
    assert refused.value.errors[0].code is ErrorCode.SLIDER_REQUIRED
    with pytest.raises(Refused):
        await ask(SliderAnswer(slider.secret, track=human_track(slider.offset)))
    assert await Challenge.all().count() == 0


async def test_a_slider_is_good_for_one_use_and_five_minutes(database: str) -> None:
    answer = await solved_slider()
    assert await ask(answer)
    with pytest.raises(Refused):
        await ask(answer)
    late = await solved_slider()
    with freeze(now() + SLIDER_LIFETIME), pytest.raises(Refused):
        await ask(late)


async def test_proof_of_work_stands_in_for_dragging(database: str) -> None:
    slider = (await new_slider(PUBLIC_VIEWER, HOME.address)).value
    assert slider.picture.image_url.startswith("data:image/png;base64,")
    assert await ask(SliderAnswer(slider.slider_id, proof=proof_of(slider.puzzle)))


@pytest.mark.parametrize("target", ["", "12345", "23211111111", "132111111110", "1321111111a"])
async def test_a_wrong_number_is_named_with_what_is_wanted(sqlite: str, target: str) -> None:
    answer = await solved_slider()
    with pytest.raises(Refused) as refused:
        await ask(answer, target)
    problem = refused.value.errors[0]
    assert isinstance(problem, InvalidField)
    assert (problem.path, problem.wanted) == (("input", "target"), "11 位手机号，第二位为 3 至 9")
    assert f"收到 {len(target)} 位" in problem.message
    assert target == "" or target not in f"{problem.message}{problem.received}"


async def test_mail_is_not_offered_for_what_a_mobile_proves(sqlite: str) -> None:
    request = CodeRequest(ChallengePurpose.SIGN_IN, ChallengeChannel.EMAIL, target="a@b.cn")
    with pytest.raises(Refused) as refused:
        await request_code(PUBLIC_VIEWER, request=request, slider=await solved_slider(), address=HOME.address)
    assert refused.value.errors[0].path == ("input", "channel")


async def test_the_old_number_of_nobody_is_unauthenticated(sqlite: str) -> None:
    with pytest.raises(Unauthenticated):
        await ask(await solved_slider(), purpose=ChallengePurpose.OLD_MOBILE)


@pytest.mark.requirement("S1-36")
async def test_the_code_goes_to_the_number_and_proves_it(database: str) -> None:
    secret = await asked(MOBILE, OPEN)
    message = await OutgoingMessage.get(target=MOBILE)
    assert message.sent_at is None and message.text.startswith("【执业】验证码 ")
    with pytest.raises(Refused) as refused:
        await open_account(PUBLIC_VIEWER, secret=secret)
    assert refused.value.errors[0].code is ErrorCode.WRONG_CODE
    done = await prove_code(PUBLIC_VIEWER, secret=secret, code=await sent_code(MOBILE))
    assert done.value.state is ChallengeState.PROVED
    assert [row.name for row in await JournalRow.all().order_by("id")] == ["CODE_REQUESTED", "CODE_PROVED"]


@pytest.mark.requirement("S1-36")
async def test_five_wrong_codes_and_the_right_one_comes_too_late(database: str) -> None:
    secret = await asked(MOBILE, OPEN)
    right = await sent_code(MOBILE)
    wrong = "000000" if right != "000000" else "111111"
    messages = [await _refusal(secret, wrong) for _ in range(CODE_TRIES)]
    assert messages[0] == "验证码不正确，还可以试 4 次"
    assert messages[-1] == "验证码错误次数已用尽，请重新获取"
    assert await _refusal(secret, right) == "验证码已失效，请重新获取"
    challenge = await Challenge.all().get()
    assert (challenge.state, challenge.tries_left) == (ChallengeState.EXHAUSTED, 0)
    assert (await JournalRow.filter(name="CODE_EXHAUSTED").count()) == 1


async def test_wrong_codes_tried_at_once_are_all_counted(database: str) -> None:
    secret = await asked(MOBILE, OPEN)
    right = await sent_code(MOBILE)
    wrong = "000000" if right != "000000" else "111111"
    await asyncio.gather(*(_refusal(secret, wrong) for _ in range(30)))
    assert await _refusal(secret, right) == "验证码已失效，请重新获取"
    assert await JournalRow.filter(name="CODE_EXHAUSTED").count() == 1


async def test_a_code_is_good_for_five_minutes(sqlite: str) -> None:
    secret = await asked(MOBILE, OPEN)
    code = await sent_code(MOBILE)
    with freeze(now() + CODE_LIFETIME), pytest.raises(Refused) as refused:
        await prove_code(PUBLIC_VIEWER, secret=secret, code=code)
    assert isinstance(refused.value.errors[0], WrongCode)


async def test_a_code_is_good_for_its_purpose_only(sqlite: str) -> None:
    secret = await proved(MOBILE, ChallengePurpose.SIGN_IN)
    with pytest.raises(Refused) as refused:
        await open_account(PUBLIC_VIEWER, secret=secret)
    assert refused.value.errors[0].path == ("input", "challengeId")


async def test_two_uses_at_once_spend_a_code_once(database: str) -> None:
    secret = await proved(MOBILE, OPEN)
    outcomes = await asyncio.gather(
        *(open_account(PUBLIC_VIEWER, secret=secret) for _ in range(6)), return_exceptions=True
    )
    assert sum(not isinstance(outcome, BaseException) for outcome in outcomes) == 1
    assert {e.code for o in outcomes if isinstance(o, Refused) for e in o.errors} == {ErrorCode.WRONG_CODE}
    assert await Account.filter(state=AccountState.PASSWORDLESS).count() == 1


async def test_two_codes_of_one_number_open_one_account(database: str) -> None:
    secrets = [await proved(MOBILE, OPEN) for _ in range(3)]
    outcomes = await asyncio.gather(
        *(open_account(PUBLIC_VIEWER, secret=secret) for secret in secrets),
        return_exceptions=True,
    )
    assert {e.code for o in outcomes if isinstance(o, Refused) for e in o.errors} == {ErrorCode.DUPLICATE}
    assert await Account.all().count() == 1


@pytest.mark.parametrize("known", [True, False])
async def test_a_login_learns_nothing_by_asking_for_a_code(sqlite: str, known: bool) -> None:
    if known:
        await member(MOBILE)
    request = CodeRequest(ChallengePurpose.RESET_PASSWORD, login=MOBILE)
    answer = (
        await request_code(PUBLIC_VIEWER, request=request, slider=await solved_slider(), address=HOME.address)
    ).value
    assert answer is not None
    assert (answer.sent_to, answer.tries_left, answer.state) == ("登记的手机号", 5, ChallengeState.ISSUED)
    assert await OutgoingMessage.all().count() == int(known)


async def test_thirty_requests_at_once_send_five(database: str) -> None:
    answers = [await solved_slider() for _ in range(30)]
    outcomes = await asyncio.gather(*(ask(answer) for answer in answers), return_exceptions=True)
    limit = BOUNDS[Act.CODE_TO_TARGET].limit
    refusals = [error for o in outcomes if isinstance(o, Refused) for error in o.errors]
    assert await OutgoingMessage.all().count() == limit == 30 - len(refusals)
    assert all(isinstance(error, LimitReached) and error.retry_at for error in refusals)


async def test_one_address_gets_a_bounded_number_of_sliders(sqlite: str) -> None:
    limit = BOUNDS[Act.SLIDER].limit
    with freeze(now()):
        for _ in range(limit):
            await start_slider(PUBLIC_VIEWER, address="198.51.100.1")
        with pytest.raises(Refused) as refused:
            await start_slider(PUBLIC_VIEWER, address="198.51.100.1")
        assert await start_slider(PUBLIC_VIEWER, address="198.51.100.2")
    assert refused.value.errors[0].code is ErrorCode.LIMIT_REACHED
    with freeze(now() + timedelta(minutes=10)):
        await start_slider(PUBLIC_VIEWER, address="198.51.100.1")


async def test_neither_code_nor_number_nor_secret_is_in_the_journal_or_kept_plain(database: str) -> None:
    session, _ = await newcomer(MOBILE)
    secret = await asked(MOBILE, ChallengePurpose.SIGN_IN)
    code = await sent_code(MOBILE)
    journal = " ".join(str(row.facts) for row in await JournalRow.all())
    for private in (MOBILE, code, secret, session.token or ""):
        assert private not in journal
    challenges = " ".join(str(row) for row in await Challenge.all().values())
    assert secret not in challenges and f"'{code}'" not in challenges
    assert (session.token or "?") not in f"{await Session.all().values()}{await Slider.all().values()}"


async def _refusal(secret: str, code: str) -> str:
    with pytest.raises(Refused) as refused:
        await prove_code(PUBLIC_VIEWER, secret=secret, code=code)
    assert refused.value.errors[0].code is ErrorCode.WRONG_CODE
    return refused.value.errors[0].message
