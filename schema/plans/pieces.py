"""A page put together of the answers its rows had before, where a row's answer follows from what is read of it alone.

Of each row and of its parts only key and version are read, under the same conditions as ever: who may see what is
never kept. Rows with these versions were answered before, or are read and answered now. A version that changed, a
part that came or went, a part that is hidden now: each makes another stamp. Answers differ by what they read of the
viewer, which is watched, and none may ask what time it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import orjson

from models.kernel.clock import TimeAsked, timeless
from models.kernel.database import on_close
from models.kernel.orm import key_column
from models.kernel.rows import Row
from models.kernel.scope import WatchedViewer, reads_of
from models.kernel.viewer import Viewer
from schema.plans import statement
from schema.plans.paging import Window
from schema.plans.places import Fetch, RowPlace
from schema.plans.snapshot import Read, Record
from schema.plans.statement import ROW, Level, Want

if TYPE_CHECKING:
    from schema.plans.compile import Compiler
    from schema.plans.run import Run

MOST_KEPT = 50_000
"""Answers of rows in a process, of some hundred octets each. Beyond that all are forgotten."""
LEAST_COLUMNS = 12
"""Of fewer, a row costs no more to be read than to be asked for its version."""
VERSION = "version"

Stamp = tuple[Any, ...]


@dataclass(eq=False)
class Pieces:
    """Of one page of one plan. `function` answers the rows that a run has read."""

    page: Fetch
    parts: Sequence[Fetch]
    function: str
    fits: bool = True
    facts: dict[str, None] = field(default_factory=dict)
    """What was ever read of viewers."""
    kept: dict[Stamp, dict[Stamp, orjson.Fragment]] = field(default_factory=dict)
    """Answers by the viewer's facts and the row's stamp."""

    def __post_init__(self) -> None:
        _ALL.add(self)

    async def read(self, run: "Run", level: Level, window: Window, read: Read) -> Sequence[Record]:
        """The page's rows, of which only what orders them is filled in; their answers are the run's pieces."""
        at, page = self.page.index, replace(level, want=self._want(self.page, keep=self._ordering()))
        rows = await read(statement.page(page, window))
        shown = rows[: window.limit - 1]
        key_at = self.page.columns[ROW, key_column(self.page.rows.model)]
        keys = [row[key_at] for row in shown]
        parts = [await self._stamps(run, part, keys, read) for part in self.parts]
        stamps = [(*row, *(part.get(key) for part in parts)) for key, row in zip(keys, shown, strict=True)]
        table = self._table(run.viewer)
        found = [table.get(stamp) for stamp in stamps]
        if None in found:
            missing = [key for key, one in zip(keys, found, strict=True) if one is None]
            made = await self._made(run, level, missing, read)
            if made is None:
                return await read(statement.page(level, window))
            table = self._table(run.viewer)
            table.update((stamp, made[key]) for key, stamp in zip(keys, stamps, strict=True) if key in made)
            found = [table.get(stamp) for stamp in stamps]
            if None in found:  # what viewers may differ in was not known before: all are made anew
                return await self.read(run, level, window, read)
        run.pieces[at] = found
        return rows

    async def _made(
        self, run: "Run", level: Level, keys: Sequence[Any], read: Read
    ) -> dict[Any, orjson.Fragment] | None:
        """The answers of these rows; None when they are not the same at every moment."""
        at, viewer = self.page.index, run.viewer
        key_at = self.page.columns[ROW, key_column(self.page.rows.model)]
        rows = run.R[at] = await read(statement.by_keys(level, keys))
        run.call(f"collect{at}", rows)
        for part in self.parts:
            await run.fetch(part, read)
        watched = run.viewer = WatchedViewer(viewer)
        try:
            with timeless():
                answers = run.plan.functions[self.function](run)
        except TimeAsked:
            self.fits = False
            return None
        finally:
            run.viewer = viewer
            run.R[at] = ()
            for part in self.parts:
                run.R[part.index], run.K[part.index] = (), []
        self._note(reads_of(watched))
        return {
            row[key_at]: orjson.Fragment(orjson.dumps(one)) for row, one in zip(rows, answers, strict=True)
        }

    def _note(self, reads: dict[str, Any]) -> None:
        if not reads.keys() <= self.facts.keys():
            self.facts.update(dict.fromkeys(reads))
            self.kept.clear()  # it may hold one answer for viewers who differ in a fact that was not known of

    def _table(self, viewer: Viewer) -> dict[Stamp, orjson.Fragment]:
        if sum(len(table) for one in _ALL for table in one.kept.values()) > MOST_KEPT:
            forget()
        return self.kept.setdefault(tuple(getattr(viewer, fact) for fact in self.facts), {})

    async def _stamps(self, run: "Run", part: Fetch, keys: Sequence[Any], read: Read) -> dict[Any, str]:
        level = run.level(part)
        if level.is_empty or not keys:
            return {}
        assert part.link
        marked = replace(level, want=self._want(part, keep=frozenset(), bare=True))
        return {row[0]: row[1] for row in await read(statement.stamps(marked, part.link, keys))}

    def _ordering(self) -> frozenset[int]:
        """Places of the columns that orders and cursors need."""
        return frozenset(at for columns in self.page.orders.values() for at, _ in columns)

    def _want(self, fetch: Fetch, keep: frozenset[int], *, bare: bool = False) -> Want:
        """Keys, versions and what may change without one; other columns stay empty, or are left out when `bare`."""
        models = dict(fetch.models)
        own: list[tuple[str, str] | None] = []
        for (alias, name), at in fetch.columns.items():
            model = models[alias]
            needed = at in keep or name == key_column(model) or name in getattr(model, "loose", ())
            own.append((alias, name) if needed else None)
        marks = [(alias, name) for alias, model in fetch.models for name in (key_column(model), VERSION)]
        joins = tuple(fetch.joins)
        if bare:
            return Want(tuple(dict.fromkeys([*marks, *filter(None, own)])), joins)
        return Want((*own, *(one for one in marks if one not in own)), joins)


_ALL: "WeakSet[Pieces]" = WeakSet()


def forget() -> None:
    """All answers of all plans: another database is open, or this one was restored."""
    for one in _ALL:
        one.kept.clear()


on_close(forget)


def nodes(to: "Compiler", place: RowPlace, shape: Callable[[], str]) -> str:
    """The rows of a page as a list; where they can be put together of pieces, that is written too."""
    fetch, fetches, values, lines, given = (
        place.fetch,
        len(to.fetches),
        len(to.values),
        to.text.lines,
        to.given,
    )
    to.given = set()
    shown = shape()
    inner, to.given = to.given, given | to.given
    parts = to.fetches[fetches:]
    whole = f"[{shown} for r in R]"
    if fetch.link or len(to.values) > values or inner - {"viewer"} or fetch.pieces:
        return whole
    if not all(
        one.kind == "listed" and one.over and one.over.fetch is fetch and one.over.alias == ROW
        for one in parts
    ):
        return whole
    if not all(issubclass(model, Row) for one in (fetch, *parts) for _, model in one.models):
        return whole
    if sum(len(one.columns) for one in (fetch, *parts)) < LEAST_COLUMNS:
        return whole
    fetch.column(ROW, key_column(place.model))
    name = f"pieces{fetch.index}"
    to.text.apart(name, lines, f"[{shown} for r in run.R[{fetch.index}]]")
    fetch.pieces = Pieces(fetch, parts, name)
    return f"(run.pieces[{fetch.index}] if {fetch.index} in run.pieces else {whole})"
