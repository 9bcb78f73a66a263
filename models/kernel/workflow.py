"""A state machine is a table. Its moves are all there is: steps ask it, buttons, documents and tests are made from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from models.kernel import journal
from models.kernel.errors import Forbidden, Refused, WrongState
from models.kernel.events import Event
from models.kernel.rows import Row

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True)
class Move(Generic[S]):
    """One line of the table: who may take which states to which, and what is recorded.

    `action` is the mutation's name in snake case; a leading `~` marks moves without a mutation.
    An empty `to` keeps the state. `who` holds relations of the viewer to the row.
    """

    action: str
    label: str
    start: frozenset[S]
    to: frozenset[S]
    who: frozenset[str]
    records: tuple[type[Event], ...] = ()

    @property
    def keeps(self) -> bool:
        return not self.to


@dataclass(frozen=True)
class Available:
    """A move that is this viewer's: can it be done now, and if not, why."""

    action: str
    label: str
    ready: bool
    reason: str | None = None


@dataclass(frozen=True)
class Workflow(Generic[S]):
    """The table of one machine. `words` has the Chinese word of every state."""

    name: str
    title: str
    states: type[S]
    words: Mapping[S, str]
    moves: tuple[Move[S], ...]
    column: str = "state"

    @property
    def ends(self) -> frozenset[S]:
        """States that nothing leaves."""
        left = {state for move in self.moves if not move.keeps for state in move.start}
        return frozenset(state for state in self.states if state not in left)

    def moves_of(self, action: str) -> tuple[Move[S], ...]:
        found = tuple(move for move in self.moves if move.action == action)
        if not found:
            raise LookupError(f"{self.name} has no move {action}")
        return found

    async def require(self, row: Row, action: str, relations: Iterable[str]) -> Move[S]:
        """The move for this row and viewer.

        :raises Forbidden: it is not this viewer's. :raises Refused: with WrongState, naming what happened instead.
        """
        owned = [move for move in self.moves_of(action) if move.who & frozenset(relations)]
        if not owned:
            raise Forbidden
        state = getattr(row, self.column)
        for move in owned:
            if state in move.start:
                return move
        raise Refused(WrongState(message=self._already(state), event=await journal.last_of(row)))

    def available(self, state: S, relations: Iterable[str]) -> list[Available]:
        """This viewer's moves from the present state, in the table's order."""
        mine = frozenset(relations)
        return [
            Available(move.action, move.label, ready=True)
            for move in self.moves
            if move.who & mine and state in move.start and not move.action.startswith("~")
        ]

    def enter(self, row: Row, move: Move[S], to: S | None = None) -> None:
        """Put the row into the move's state; the only code that writes a state."""
        if move.keeps:
            return
        state = to or next(iter(move.to))
        if state not in move.to:
            raise ValueError(f"{self.name}: {move.action} does not lead to {state}")
        setattr(row, self.column, state)

    def _already(self, state: S) -> str:
        return f"{self.title}现在是“{self.words[state]}”，不能做这一步"


def move(
    action: str,
    label: str,
    start: Iterable[S],
    to: Iterable[S],
    who: Iterable[str],
    *records: type[Event],
) -> Move[Any]:
    """A line of the table, written short."""
    return Move(action, label, frozenset(start), frozenset(to), frozenset(who), records)
