"""One statement for many of one text: each part with values of its own, those of its viewer's rights among them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from models.kernel.dialect import dialect
from schema.plans.snapshot import Read, Record
from schema.plans.statement import Statement
from schema.plans.together import MOST_PARTS, MOST_VALUES, NUMBERED_PLACE, PART, numbered_from

SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256, MOST_PARTS)
"""Into how many parts a union is made: few different texts, so that they and what drivers prepare are kept."""
KEPT_TEXTS = 64
MOST_ROWS = 5_000
"""Parts given to PostgreSQL at once."""
KINDS: dict[type, str] = {int: "bigint", str: "text", bool: "boolean", datetime: "timestamptz", date: "date"}
KEYS = "bigint[]"

Columns = tuple[tuple[int, str], ...]
"""Places (from 0) whose values differ from part to part, with their kinds."""


async def rows_of_parts(read: Read, text: str, parts: Sequence[list[Any]]) -> list[Sequence[Record]]:
    """The rows of each part."""
    if len(parts) == 1:
        return [await read(Statement(text, parts[0]))]
    columns = _columns(parts) if dialect().postgres else None
    if columns:
        most = MOST_ROWS
    else:
        fitting = MOST_VALUES // max(len(parts[0]), 1)
        most = max(one for one in SIZES if one <= max(fitting, 1))
    found: list[Sequence[Record]] = []
    for start in range(0, len(parts), most):
        some = parts[start : start + most]
        found += await (_joined(read, text, some, columns) if columns else _united(read, text, some))
    return found


async def _joined(
    read: Read, text: str, parts: Sequence[list[Any]], columns: Columns
) -> list[Sequence[Record]]:
    """PostgreSQL: the parts are a table that the statement is asked for row by row. It is planned once for them all,
    where a union of hundreds takes longer to be planned than to be run."""
    first, places = parts[0], [place for place, _ in columns]
    shared = [value for place, value in enumerate(first) if place not in places]
    own = [[_element(part[place]) for part in parts] for place in places]
    return _by_part(await read(Statement(_lateral(text, len(first), columns), [*own, *shared])), len(parts))


async def _united(read: Read, text: str, parts: Sequence[list[Any]]) -> list[Sequence[Record]]:
    size = next(one for one in SIZES if one >= len(parts))
    filled = [*parts, *[parts[-1]] * (size - len(parts))]
    whole = _union(text, size, len(parts[0]))
    rows = await read(Statement(whole, [value for one in filled for value in one]))
    return _by_part(rows, size)[: len(parts)]


def _by_part(rows: Sequence[Record], size: int) -> list[Sequence[Record]]:
    found: list[list[Record]] = [[] for _ in range(size)]
    for row in rows:
        part, *own = row
        found[part].append(own)
    return list(found)


def _columns(parts: Sequence[list[Any]]) -> Columns | None:
    """None where a value's kind is not known beyond doubt."""
    found: list[tuple[int, str]] = []
    for place, first in enumerate(parts[0]):
        if any(part[place] != first for part in parts):
            kinds = {_kind(part[place]) for part in parts}
            kind = kinds.pop()
            if kinds or kind is None:
                return None
            found.append((place, kind))
    return tuple(found)


def _kind(value: Any) -> str | None:
    if type(value) is list:
        return KEYS if all(type(one) is int for one in value) else None
    return KINDS.get(type(value))


def _element(value: Any) -> Any:
    """Lists of several lengths are no array of PostgreSQL's; as texts they are."""
    return f"{{{','.join(map(str, value))}}}" if type(value) is list else value


@lru_cache(maxsize=KEPT_TEXTS)
def _lateral(text: str, places: int, columns: Columns) -> str:
    own = {place: (number, kind) for number, (place, kind) in enumerate(columns, 1)}
    shared = [place for place in range(places) if place not in own]
    words = {place: f"${number}" for number, place in enumerate(shared, len(columns) + 1)}
    words |= {place: f"p.c{number}::{kind}" for place, (number, kind) in own.items()}
    inner = NUMBERED_PLACE.sub(lambda found: words[int(found[1]) - 1], text)
    given = ", ".join(f"${number}::{'text' if kind == KEYS else kind}[]" for number, kind in own.values())
    names = ", ".join(f"c{number}" for number, _ in own.values())
    return (
        f"select (p.n - 1)::int as {PART}, whole.* from unnest({given}) with ordinality as p({names}, n) "  # noqa: S608 the text has places, no values
        f"cross join lateral ({inner}) as whole"
    )


@lru_cache(maxsize=KEPT_TEXTS)
def _union(text: str, parts: int, places: int) -> str:
    return " union all ".join(
        f"select {part} as {PART}, * from ({numbered_from(text, part * places)}) as part{part}"  # noqa: S608 the text has places, no values
        for part in range(parts)
    )
