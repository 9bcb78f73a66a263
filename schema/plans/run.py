"""Running a plan: statements round by round, values between them, then the answer. Anything unexpected is raised."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from models.kernel.clock import now
from models.kernel.journal import START, Position, head_query
from models.kernel.orm import light_row, row_from
from models.kernel.workdays import WorkCalendar, work_calendar
from schema.common.context import Context
from schema.plans import statement
from schema.plans.arguments import Bound
from schema.plans.binding import present
from schema.plans.given import WAITED
from schema.plans.narrowing import always
from schema.plans.pages import Asked, asked
from schema.plans.paging import Window, cursor_text, order_of
from schema.plans.places import Fetch, RowPlace, Values
from schema.plans.plan import Plan, Round
from schema.plans.resolving import resolved
from schema.plans.snapshot import Read, Record, in_snapshot
from schema.plans.statement import Level, Statement
from schema.plans.troubles import Hidden


class Run:
    """One run of a plan for one viewer. The capital letters are what the plan's text reads:

    K: keys wanted, by statement; R: its rows; G: a page's rows by parent; M: are there more; N: counts;
    O: objects that values are computed for; L: those values.
    """

    def __init__(
        self, plan: Plan, context: Context, bound: Bound, given: Mapping[str, Any] | None = None
    ) -> None:
        self.plan = plan
        self.context = context
        self.viewer = context.viewer
        self.bound = bound
        self.given = given or {}
        self.moment = now()
        self.calendar: WorkCalendar | None = None
        self.head = ""
        self.at = 0
        """The statement that is being read: what it depends on stands before it."""
        self.K: list[list[Any]] = [[] for _ in plan.fetches]
        self.R: list[Sequence[Record]] = [() for _ in plan.fetches]
        self.G: list[dict[Any, Sequence[Record]]] = [{} for _ in plan.fetches]
        self.M: list[dict[Any, bool]] = [{} for _ in plan.fetches]
        self.N: list[dict[Any, int]] = [{} for _ in plan.fetches]
        self.O: list[list[Any]] = [[] for _ in plan.values]
        self.L: list[dict[Any, Any]] = [{} for _ in plan.values]
        self.pieces: dict[int, list[Any]] = {}
        """Answers of a page's rows, where they were put together piece by piece."""
        self._made: dict[Any, dict[Any, Any]] = {}
        self.asked: list[Asked | None] = [None for _ in plan.fetches]

    async def answer(self) -> Any:
        """The answer as JSON's types. :raises Exception: anything that graphql-core shall answer instead."""
        await self.prepare()
        for one in self.plan.rounds:
            if self.reads(one):
                await in_snapshot(partial(self.read, one), single=self.statements(one) == 1)
            await self.compute(one)
        return self.plan.build(self)

    async def prepare(self) -> None:
        """What comes before all rounds."""
        if self.plan.given & WAITED:
            self.calendar = await work_calendar()
        self.call("collect_root", None)

    def reads(self, one: Round) -> bool:
        """Has the round statements?"""
        return bool(self.statements(one))

    def statements(self, one: Round) -> int:
        """At most so many: pages that are asked for with their number are two."""
        own = sum(1 + (fetch.wants_page and fetch.wants_count) for fetch in one.fetches)
        return own + (self.plan.needs_head and one is self.plan.rounds[0])

    async def read(self, one: Round, read: Read) -> None:
        """The statements of a round. :raises Hidden: it was a frame's object, and is not for this viewer."""
        if self.plan.needs_head and one is self.plan.rounds[0]:
            # First of all: what commits after it is not missed by whoever subscribes from there.
            found = await read(Statement(head_query(), []))
            self.head = self.context.cursors.write(Position(*found[0]) if found else START)
        for fetch in one.fetches:
            self.at = fetch.index
            await self.fetch(fetch, read)

    async def compute(self, one: Round) -> None:
        """The values that follow from a round."""
        for values in one.values:
            await self._compute(values)

    def argument(self, at: int) -> Any:
        """A field's arguments as Python values, coerced as graphql-core and Strawberry do."""
        return self.bound.argument(at, self.plan.arguments[at])

    def take(self, fetches: dict[str, int], parsed: tuple[str, int] | None) -> None:
        """A key of an object of any type."""
        if parsed and parsed[0] in fetches:
            self.K[fetches[parsed[0]]].append(parsed[1])

    def page_cursor(self, at: int, row: Record) -> str:
        """Where a row stands in its page's order."""
        given = self.asked[at]
        assert given
        columns = self.plan.fetches[at].orders[given.order.name]
        return cursor_text(given.order, [turn(row[i]) if turn else row[i] for i, turn in columns])

    async def fetch(self, fetch: Fetch, read: Read) -> None:
        keys = [key for key in dict.fromkeys(self.K[fetch.index]) if key is not None]
        if fetch.kind in {"page", "pages"}:
            if self.K[fetch.index]:
                await self._page(fetch, keys, read)
        elif keys:
            level = self.level(fetch)
            if not level.is_empty:
                self.R[fetch.index] = await read(self._statement(fetch, level, keys))
            if fetch.index in self.plan.about and not self.R[fetch.index]:
                raise Hidden
        self.call(f"collect{fetch.index}", self.R[fetch.index])

    def level(self, fetch: Fetch) -> Level:
        rows, only = fetch.rows, fetch.source.only if fetch.source else None
        held = (always(rows.model, only),) if only else ()
        return statement.level(
            rows, self.viewer, *held, inherits=fetch.inherits, want=fetch.want, link=fetch.link
        )

    def _statement(self, fetch: Fetch, level: Level, keys: list[Any]) -> Statement:
        if fetch.kind == "keys":
            return statement.by_keys(level, keys)
        order = order_of(level.model, fetch.source.order)
        assert fetch.link
        if fetch.kind == "first":
            return statement.pages(level, fetch.link, keys, Window(order, 1))
        return statement.listed(level, fetch.link, keys, order)

    async def _page(self, fetch: Fetch, keys: list[Any], read: Read) -> None:
        assert fetch.arguments is not None
        at = fetch.index
        given = asked(fetch.source, fetch.rows, self.viewer, fetch.subject, self.argument(fetch.arguments))
        self.asked[at] = given
        level = statement.level(fetch.rows, self.viewer, *given.only, want=fetch.want, link=fetch.link)
        if level.is_empty:
            return
        if fetch.wants_page:
            window = Window(given.order, given.first + 1, given.after)
            if fetch.pieces and fetch.pieces.fits:
                rows = await fetch.pieces.read(self, level, window, read)
                self._group(at, rows, None, given.first)
                if at in self.pieces:
                    self.R[at] = ()
            elif fetch.link:
                rows = await read(statement.pages(level, fetch.link, keys, window))
                place = RowPlace(fetch, fetch.rows.model).raw(fetch.link)
                self._group(at, rows, int(place[2:-1]), given.first)
            else:
                self._group(at, await read(statement.page(level, window)), None, given.first)
        if fetch.wants_count:
            if fetch.link:
                self.N[at] = {row[0]: row[1] for row in await read(statement.counts(level, fetch.link, keys))}
            else:
                self.N[at] = {None: (await read(statement.count(level)))[0][0]}

    def _group(self, at: int, rows: Sequence[Record], link: int | None, first: int) -> None:
        groups: dict[Any, Sequence[Record]] = {}
        if link is None:
            groups[None] = rows
        else:
            for row in rows:
                groups.setdefault(row[link], []).append(row)  # type: ignore[attr-defined]  # lists made here
        self.M[at] = {key: len(found) > first for key, found in groups.items()}
        self.G[at] = {key: found[:first] for key, found in groups.items()}
        self.R[at] = [row for found in self.G[at].values() for row in found]

    async def _compute(self, values: Values) -> None:
        if isinstance(values.place, RowPlace):
            await self._of_rows(values, values.place)
        else:
            await self._of_objects(values)
        if values.walker:
            each = self.plan.functions["each"]
            for value in self.L[values.index].values():
                for one in each(value):
                    self.call(values.walker, one)

    async def _of_rows(self, values: Values, place: RowPlace) -> None:
        records = {row[values.key]: row for row in self.R[place.fetch.index] if row[values.key] is not None}
        if not records:
            return
        if values.kind == "found":
            self.L[values.index] = dict(await values.function.function(list(records)))
        elif values.kind == "computed":
            function = self.plan.functions[values.function]
            self.L[values.index] = {key: function(self, row) for key, row in records.items()}
        else:
            assert values.type_
            found = await self._asynchronous(values, self._rows(values, place, records), values.type_)
            self.L[values.index] = dict(zip(records, found, strict=True))

    def _rows(self, values: Values, place: RowPlace, records: Mapping[Any, Record]) -> list[Any]:
        """Objects of a level's rows, made once for all values that are loaded of the same columns."""
        key = (place.fetch.index, place.alias, values.light, tuple(values.all_columns))
        if key not in self._made:
            make = light_row if values.light else row_from
            self._made[key] = {
                one: make(place.model, {name: row[i] for name, i in values.all_columns})
                for one, row in records.items()
            }
        made = self._made[key]
        return [made[one] for one in records]

    async def _of_objects(self, values: Values) -> None:
        objects = self.O[values.index]
        if not objects:
            return
        if values.kind == "found":
            self.L[values.index] = dict(await values.function.function(list(dict.fromkeys(objects))))
        elif values.kind == "computed":
            function = self.plan.functions[values.function]
            self.L[values.index] = {id(o): function(self, o, getattr(o, "_row", o)) for o in objects}
        elif values.kind == "given":
            self.L[values.index] = {id(o): self.given[values.function] for o in objects}
        elif values.kind == "loaded":
            found = await self._loaded(values, [getattr(o, "_row", o) for o in objects])
            self.L[values.index] = dict(zip(map(id, objects), found, strict=True))
        else:
            self.L[values.index] = {id(o): await self._resolved(values, o) for o in objects}

    async def _asynchronous(self, values: Values, rows: list[Any], type_: type) -> Sequence[Any]:
        if values.kind == "loaded":
            return await self._loaded(values, rows)
        return [await self._resolved(values, present(type_, row)) for row in rows]

    async def _loaded(self, values: Values, rows: list[Any]) -> Sequence[Any]:
        given = {"viewer": self.viewer, "context": self.context, "rows": rows}
        source = values.function
        found: Sequence[Any] = await source.function(**{name: given[name] for name in source.parameters})
        return found

    async def _resolved(self, values: Values, parent: Any) -> Any:
        return await resolved(self.plan, self.plan.resolvers[values.index], self.context, self.bound, parent)

    def call(self, name: str, given: Any) -> None:
        function = self.plan.functions.get(name)
        if function:
            function(self, given)
