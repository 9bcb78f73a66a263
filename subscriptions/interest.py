"""What a subscription is about: topics find it without asking, a test of the entry decides."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from models.kernel.journal import Entry

Topic = tuple[str, int | None]
"""The prefix of a kind of object, and the row key of one of them or None for all."""

ANYTHING: Topic = ("", None)


def wanted(entry: Entry) -> bool:
    return True


@dataclass(frozen=True)
class Interest:
    """Entries under one of the topics that `wants` says yes to."""

    topics: Collection[Topic] = (ANYTHING,)
    wants: Callable[[Entry], bool] = wanted

    def __contains__(self, entry: Entry) -> bool:
        return any(topic in self.topics for topic in topics_of(entry)) and self.wants(entry)


EVERYTHING = Interest()


def about(prefix: str, key: int | None = None) -> Interest:
    """Entries about objects of that kind, or about one of them."""
    return Interest(((prefix, key),))


def topics_of(entry: Entry) -> tuple[Topic, Topic, Topic]:
    return ANYTHING, (entry.subject, None), (entry.subject, entry.subject_id)
