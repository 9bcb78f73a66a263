"""Messages leave after the commit, are not lost by a crash, and are not kept once a provider has them."""

import asyncio
from datetime import timedelta

from models.kernel.clock import freeze, now
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.kinds import ChallengeChannel, ChallengePurpose, ChallengeState
from models.people.ports import LocalMessages, MessagePort, Undelivered
from models.people.sender import LEASE, keep_sending, lease_messages, send_waiting
from models.people.settings import CODE_LIFETIME
from models.people.steps.upkeep import expire_codes, forget_codes
from models.people.tables import Challenge, OutgoingMessage, Slider
from tests.models.people.stories import asked

MOBILE = "13211111111"


class Provider:
    """A provider that takes what it is given, after so many failures."""

    keeps_text = False

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.sent: list[tuple[str, str, str]] = []
        self.took = asyncio.Event()

    async def send(self, key: str, target: str, text: str) -> None:
        if self.failures:
            self.failures -= 1
            raise Undelivered("isv.BUSINESS_LIMIT_CONTROL")
        self.sent.append((key, target, text))
        self.took.set()


def by_sms(port: MessagePort) -> dict[ChallengeChannel, MessagePort]:
    return {ChallengeChannel.SMS: port}


async def test_a_message_is_sent_once_and_its_text_forgotten(database: str) -> None:
    await asked(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
    provider = Provider()
    sent = await asyncio.gather(*(send_waiting(by_sms(provider)) for _ in range(4)))
    assert sum(sent) == len(provider.sent) == 1
    message = await OutgoingMessage.get(target=MOBILE)
    assert provider.sent[0][:2] == (message.global_id, MOBILE)
    assert message.sent_at is not None and message.text == ""


async def test_the_stand_in_keeps_the_text_for_the_outbox_page(sqlite: str) -> None:
    await asked(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
    assert await send_waiting(by_sms(LocalMessages())) == 1
    message = await OutgoingMessage.get(target=MOBILE)
    assert message.sent_at is not None and "验证码" in message.text


async def test_a_sender_that_died_with_a_message_is_followed_by_another(database: str) -> None:
    await asked(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
    assert len((await lease_messages(SYSTEM_VIEWER)).value) == 1
    provider = Provider()
    assert await send_waiting(by_sms(provider)) == 0
    with freeze(now() + LEASE):
        assert await send_waiting(by_sms(provider)) == 1


async def test_what_a_provider_did_not_take_is_tried_again_until_it_expires(sqlite: str) -> None:
    await asked(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
    provider = Provider(failures=2)
    assert await send_waiting(by_sms(provider)) == 0
    assert (await OutgoingMessage.get(target=MOBILE)).failed == "isv.BUSINESS_LIMIT_CONTROL"
    with freeze(now() + CODE_LIFETIME):
        assert await send_waiting(by_sms(provider)) == 0
    assert provider.failures == 1


async def test_the_running_sender_sends_at_once_after_the_commit(sqlite: str) -> None:
    provider = Provider()
    sender = asyncio.create_task(keep_sending(by_sms(provider)))
    try:
        await asked(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
        await asyncio.wait_for(provider.took.wait(), 3)
    finally:
        sender.cancel()
        await asyncio.gather(sender, return_exceptions=True)


async def test_codes_expire_and_a_day_later_numbers_are_forgotten(database: str) -> None:
    await asked(MOBILE, ChallengePurpose.OPEN_ACCOUNT)
    assert (await expire_codes(SYSTEM_VIEWER)).value == 0
    with freeze(now() + CODE_LIFETIME):
        assert (await expire_codes(SYSTEM_VIEWER)).value == 1
        assert (await expire_codes(SYSTEM_VIEWER)).value == 0
    assert (await Challenge.all().get()).state is ChallengeState.EXPIRED
    with freeze(now() + timedelta(days=2)):
        await forget_codes(SYSTEM_VIEWER)
    assert await OutgoingMessage.all().count() == await Slider.all().count() == 0
