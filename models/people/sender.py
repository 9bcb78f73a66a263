"""Takes messages from the outbox to the port of their channel, after the commit that wrote them.

At least once: whoever dies between sending and noting it leaves a lease that runs out, and another sends again.
"""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from tortoise.expressions import Q

from models.kernel.clock import now
from models.kernel.statements import picked
from models.kernel.unit import Unit, on_commit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.kinds import ChallengeChannel
from models.people.ports import MessagePort, Undelivered
from models.people.tables import OutgoingMessage

LEASE = timedelta(seconds=30)
BATCH = 20
POLL_SECONDS = 5.0
REASON_LENGTH = 200

Ports = Mapping[ChallengeChannel, MessagePort]


async def keep_sending(ports: Ports) -> None:
    """Run until cancelled: at once after every commit, and every few seconds whatever happens."""
    wake = asyncio.Event()
    stop = on_commit(wake.set)
    try:
        while True:
            wake.clear()
            await send_waiting(ports)
            try:
                async with asyncio.timeout(POLL_SECONDS):
                    await wake.wait()
            except TimeoutError:
                continue
    finally:
        stop()


async def send_waiting(ports: Ports) -> int:
    """Send everything that waits now; gives how many the ports took."""
    sent = 0
    while messages := await _waiting():
        for message in messages:
            sent += await _send(ports[message.channel], message)
    return sent


async def _waiting() -> list[OutgoingMessage]:
    moment = now()
    if not await picked(OutgoingMessage, Q(sent_at=None, expires_at__gt=moment)):
        return []
    return (await lease_messages(SYSTEM_VIEWER)).value


async def _send(port: MessagePort, message: OutgoingMessage) -> int:
    try:
        await port.send(message.global_id, message.target, message.text)
    except Undelivered as reason:
        await note_failed(SYSTEM_VIEWER, id=message.id, reason=str(reason))
        return 0
    await note_sent(SYSTEM_VIEWER, id=message.id, keep_text=port.keeps_text)
    return 1


@unit_of_work
async def lease_messages(unit: Unit) -> list[OutgoingMessage]:
    """Messages that nobody else is sending, taken for a while."""
    free = await OutgoingMessage.filter(sent_at=None, expires_at__gt=unit.now).order_by("id").limit(BATCH)
    taken = []
    for message in free:
        if message.leased_until is None or message.leased_until <= unit.now:
            got = await OutgoingMessage.filter(id=message.id, version=message.version).update(
                leased_until=unit.now + LEASE, tries=message.tries + 1, version=message.version + 1
            )
            taken += [message] if got else []
    return taken


@unit_of_work
async def note_sent(unit: Unit, *, id: int, keep_text: bool) -> None:
    changes = {"sent_at": unit.now, "failed": None} | ({} if keep_text else {"text": ""})
    await OutgoingMessage.filter(id=id).update(**changes)


@unit_of_work
async def note_failed(unit: Unit, *, id: int, reason: str) -> None:
    """Keep the lease: it is the pause before the next try."""
    await OutgoingMessage.filter(id=id).update(failed=reason[:REASON_LENGTH])
