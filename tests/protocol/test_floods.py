"""Sockets that mean no good: many at once, silent ones, floods, silence after the init."""

import asyncio
import time
from contextlib import suppress

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.clients import PROTOCOL, RawSocket, raw_socket
from tests.server import Server

IDLE_SOCKETS = 300
INIT_WAIT_SECONDS = 10.0
SECOND_PING_SECONDS = 15.0


async def test_one_address_cannot_take_all_sockets(server: Server) -> None:
    async def attempt() -> RawSocket | int:
        try:
            return RawSocket(await connect(server.ws, subprotocols=[PROTOCOL], compression=None))
        except InvalidStatus as refused:
            return refused.response.status_code

    began = time.monotonic()
    outcomes = await asyncio.gather(*(attempt() for _ in range(IDLE_SOCKETS)))
    accepted = [outcome for outcome in outcomes if isinstance(outcome, RawSocket)]
    assert len(accepted) == 100
    assert {outcome for outcome in outcomes if isinstance(outcome, int)} == {403}
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{server.http}/readyz")).status_code == 200
    codes = await asyncio.gather(*(socket.hear_close() for socket in accepted))
    assert set(codes) == {4408}
    assert time.monotonic() - began >= INIT_WAIT_SECONDS
    async with raw_socket(server.ws):
        pass


async def test_a_flood_closes_with_4429_and_others_are_served(server: Server) -> None:
    async with raw_socket(server.ws) as flood, raw_socket(server.ws) as other:
        sending = asyncio.gather(*(flood.say({"type": "ping"}) for _ in range(5000)))
        await other.subscribe("1", "{ hello }")
        assert (await other.hear())["payload"]["data"] == {"hello": "您好"}
        assert await flood.hear_close() == 4429
        await sending


async def test_a_message_that_is_too_large_closes_the_socket(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.say({"type": "ping", "payload": {"fill": "x" * 300_000}})
        assert await socket.hear_close() == 1009


async def test_the_server_pings_and_hangs_up_on_silence(server: Server) -> None:
    async def pinged(answers: bool) -> int | None:
        async with connect(server.ws, subprotocols=[PROTOCOL], ping_interval=None) as connection:
            socket = RawSocket(connection)
            await socket.init()
            assert '"ping"' in str(await connection.recv())
            if answers:
                await socket.say({"type": "pong"})
            with suppress(ConnectionClosed):
                assert '"ping"' in str(await asyncio.wait_for(connection.recv(), SECOND_PING_SECONDS))
            return connection.close_code

    assert list(await asyncio.gather(pinged(True), pinged(False))) == [None, 4499]
