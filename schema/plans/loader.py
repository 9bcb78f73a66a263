"""Loaders: what one level of a query asks for one by one is read at once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Fetch = Callable[[Sequence[K]], Awaitable[Mapping[K, V]]]


class Loader(Generic[K, V]):
    """Reads the keys asked for within one turn of a level together; each key once."""

    def __init__(self, fetch: Fetch[K, V], absent: Callable[[], V]) -> None:
        self._fetch, self._absent = fetch, absent
        self._known: dict[K, asyncio.Future[V]] = {}
        self._waiting: list[K] = []
        self._reading: set[asyncio.Task[None]] = set()

    def load(self, key: K) -> "asyncio.Future[V]":
        if key not in self._known:
            loop = asyncio.get_running_loop()
            self._known[key] = loop.create_future()
            if not self._waiting:
                loop.call_soon(self._settle, 0)
            self._waiting.append(key)
        return self._known[key]

    def _settle(self, seen: int) -> None:
        # Objects of one level become ready some turns of the loop apart: wait for a turn that adds nothing.
        if len(self._waiting) > seen:
            asyncio.get_running_loop().call_soon(self._settle, len(self._waiting))
            return
        keys, self._waiting = self._waiting, []
        task = asyncio.ensure_future(self._read(keys))
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def _read(self, keys: list[K]) -> None:
        waiting = [(key, self._known[key]) for key in keys]
        try:
            found = await self._fetch(keys)
        except Exception as error:
            for _, future in waiting:
                if not future.done():
                    future.set_exception(error)
            return
        for key, future in waiting:
            if not future.done():
                future.set_result(found[key] if key in found else self._absent())


@dataclass
class Loaders:
    """The loaders of one operation, or of one event of a subscription; never of a whole socket."""

    made: dict[Hashable, Loader[Any, Any]] = field(default_factory=dict)

    def of(
        self,
        key: Hashable,
        fetch: Fetch[K, V],
        absent: Callable[[], V] = lambda: None,  # type: ignore[assignment,return-value]
    ) -> Loader[K, V]:
        """The loader under that key, made when first asked for."""
        if key not in self.made:
            self.made[key] = Loader(fetch, absent)
        return self.made[key]
