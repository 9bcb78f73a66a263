"""This process among others: woken by their commits and touches, waking them by its own."""

from dataclasses import dataclass
from functools import partial

from api.loops import Loop
from api.settings import Settings, Wake
from subscriptions.feed import POLL_SECONDS
from subscriptions.sharing import PresenceStore, Sharing
from subscriptions.stores.database import DatabasePresence
from subscriptions.stores.redis import RedisPresence
from subscriptions.stream import Live
from subscriptions.wake.memory import MemoryWakeUps
from subscriptions.wake.port import Topic, WakeUps
from subscriptions.wake.postgres import PostgresWakeUps
from subscriptions.wake.redis import RedisWakeUps

HEALTHY_POLL_SECONDS = 3.0
"""How late news is when a wake-up was lost although they come."""


@dataclass(frozen=True)
class Others:
    """`sharing` is None where there is one process only."""

    live: Live
    wake_ups: WakeUps
    sharing: Sharing | None

    @classmethod
    def of(cls, settings: Settings, live: Live) -> "Others":
        wake_ups = wake_ups_of(settings)
        store = presence_store_of(settings)
        tell = partial(wake_ups.tell, Topic.PRESENCE)
        others = cls(live, wake_ups, Sharing(live.presence, store, tell) if store else None)
        live.feed.pace = others.pace
        return others

    def loops(self) -> dict[str, Loop]:
        known: dict[str, Loop] = {"wake-ups": lambda: self.wake_ups.run(self._woken)}
        return known | ({"presence": self.sharing.run} if self.sharing else {})

    def committed(self) -> None:
        """Something was committed here: this process looks at once, the others as soon as they hear."""
        self.live.feed.wake()
        self.wake_ups.tell(Topic.JOURNAL)

    def pace(self) -> float:
        """Seconds between two looks into the journal when nothing wakes."""
        return HEALTHY_POLL_SECONDS if self.wake_ups.healthy else POLL_SECONDS

    def _woken(self, topic: Topic) -> None:
        if topic is Topic.JOURNAL:
            self.live.feed.wake()
        elif self.sharing:
            self.sharing.wake()


def wake_ups_of(settings: Settings) -> WakeUps:
    match settings.wake:
        case Wake.POSTGRES:
            return PostgresWakeUps(settings.database_url)
        case Wake.REDIS:
            return RedisWakeUps(settings.redis_url)
    return MemoryWakeUps()


def presence_store_of(settings: Settings) -> PresenceStore | None:
    match settings.wake:
        case Wake.POSTGRES:
            return DatabasePresence()
        case Wake.REDIS:
            return RedisPresence(settings.redis_url)
    return None
