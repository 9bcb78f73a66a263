"""What readers of the journal get: entries, and their positions in commit order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from models.kernel.events import Audience, sentence


class Position(NamedTuple):
    """A place in the journal, in commit order. (0, 0) is before everything."""

    tx: int
    id: int


START = Position(0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal row as its readers know it."""

    position: Position
    at: datetime
    name: str
    subject: str
    subject_id: int
    subject_version: int
    actor_kind: str
    actor_id: int | None
    actor_authority_id: int | None
    audience: Audience
    public: bool
    notifies: bool
    facts: dict[str, Any]

    @property
    def summary(self) -> str:
        return sentence(self.name, self.facts)
