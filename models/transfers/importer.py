"""What one kind of import is made of: its columns, the rules of a row, what exists already, and the writing."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from models.kernel.unit import Unit
from models.transfers.cells import BadCell
from models.transfers.kinds import ImportKind, RowOutcome
from models.transfers.rights import Place

Cells = Mapping[str, str]
"""Heading to text; every known heading is there."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, an example, and how it is masked where rows are shown."""

    heading: str
    wanted: str
    example: str
    needed: bool = True
    mask: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row whose values are right by themselves. `number`: its line in the file."""

    number: int


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand in a file only once: said under a heading, as it was received (masked)."""

    heading: str
    received: str
    value: Hashable
    noun: str = "值"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What taking a row over will do, or why it cannot be."""

    outcome: RowOutcome | None = None
    wrong: tuple[BadCell, ...] = ()


@dataclass(frozen=True)
class Origin:
    """Where rows come from: the file's name, who takes them over, and the secret of hashed numbers."""

    file: str
    by: str
    secret: bytes


L = TypeVar("L", bound=Line)


@dataclass(frozen=True)
class Importer(Generic[L]):
    """`parse` is pure and runs in a process of its own; `compare` reads; `write` only writes what was compared."""

    kind: ImportKind
    columns: tuple[Column, ...]
    parse: Callable[[int, Cells], L | list[BadCell]]
    keys: Callable[[L], Sequence[Key]]
    place: Callable[[L], Place]
    compare: Callable[[Sequence[L], Origin], Awaitable[dict[int, Verdict]]]
    write: Callable[[Unit, Sequence[L], Mapping[int, Verdict], Origin], Awaitable[None]]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns)

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns if column.needed)


@dataclass(frozen=True)
class Parsed:
    """A file that was read. `cells`: every row as it may be shown, in the order of `headings`."""

    headings: list[str]
    lines: list[Any] = field(default_factory=list)
    wrong: list[BadCell] = field(default_factory=list)
    cells: dict[int, list[str]] = field(default_factory=dict)


AnyImporter = Importer[Any]
