"""The small queue and gate of a socket."""

import asyncio

import pytest

from api.transport.waiting import Gate, Messages


async def test_messages_come_in_order_to_a_reader_that_waits_or_comes_later() -> None:
    messages = Messages()
    assert messages.empty()
    reading = asyncio.create_task(messages.get())
    await asyncio.sleep(0)
    messages.put_nowait(1)
    messages.put_nowait(2)
    assert await reading == 1
    assert not messages.empty()
    assert await messages.get() == 2
    assert messages.empty()


async def test_a_reader_that_was_cancelled_loses_nothing() -> None:
    messages = Messages()
    reading = asyncio.create_task(messages.get())
    await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    messages.put_nowait(1)
    assert await messages.get() == 1


async def test_a_gate_lets_everybody_through_who_waits_and_whoever_gives_up_wakes_nobody() -> None:
    gate = Gate()
    await gate.wait()
    gate.clear()
    gate.clear()
    waiting = [asyncio.create_task(gate.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    for _ in range(3):
        await asyncio.sleep(0)
    assert waiting[0].cancelled() and not waiting[1].done()
    gate.set()
    await asyncio.gather(*waiting[1:])
    gate.set()
    await gate.wait()
