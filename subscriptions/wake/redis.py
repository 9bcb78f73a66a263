"""Wake-ups by Redis: a channel per topic. What is published while a process is away is lost, and may be."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from subscriptions.wake.connected import CHECK_SECONDS, CONNECT_SECONDS, ConnectedWakeUps, Line
from subscriptions.wake.port import Topic, Woken

CHANNEL = "zhiye:wake:"
"""Before the topic."""
AT_ONCE = Retry(NoBackoff(), 0)
"""A broken line is reported, not mended in silence: what was told meanwhile has to be looked for."""


class RedisLine(Line):
    def __init__(self, client: Redis, channels: PubSub, own: bytes, woken: Woken) -> None:
        self._client = client
        self._channels = channels
        self._own = own
        self._woken = woken

    async def send(self, topic: Topic) -> None:
        await self._client.publish(CHANNEL + topic.value, self._own)

    async def broken(self) -> None:
        while True:
            message = await self._channels.get_message(ignore_subscribe_messages=True, timeout=CHECK_SECONDS)
            if message is None:
                await asyncio.wait_for(self._client.ping(), CONNECT_SECONDS)
            elif message["data"] != self._own:  # what this process told it knows itself
                self._woken(Topic(message["channel"].decode().removeprefix(CHANNEL)))


class RedisWakeUps(ConnectedWakeUps):
    """`url`: redis://host:port/number. The message is the teller's name, so that it need not hear itself."""

    failures = (OSError, TimeoutError, RedisError)

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._own = uuid4().hex.encode()

    @asynccontextmanager
    async def open(self, woken: Woken) -> AsyncIterator[Line]:
        async with (
            Redis.from_url(self._url, socket_connect_timeout=CONNECT_SECONDS, retry=AT_ONCE) as client,
            client.pubsub() as channels,
        ):
            await channels.subscribe(*(CHANNEL + topic.value for topic in Topic))
            yield RedisLine(client, channels, self._own, woken)
