"""The pages of a declared connection, by loaders: one statement for all parents of a level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tortoise.models import Model

from models.kernel.orm import Condition, attribute
from models.kernel.viewer import Viewer
from schema.common.context import Context
from schema.common.scalars import Cursor
from schema.plans import reading, statement
from schema.plans.binding import Rows, bound, present
from schema.plans.loader import Loader
from schema.plans.narrowing import narrowed
from schema.plans.paging import Order, Window, order_of, page_cursor, page_size, read_page_cursor
from schema.plans.source import Paged


@dataclass(frozen=True)
class Asked:
    """A connection's arguments, checked. `key` tells equal pages apart from different ones."""

    first: int
    after: tuple[Any, ...] | None
    order: Order
    only: tuple[Condition, ...]
    key: str


def asked(
    source: Paged, rows: Rows, viewer: Viewer, subject: str | None, arguments: Mapping[str, Any]
) -> Asked:
    """:param subject: prefix of the objects whose history is asked for.
    :raises BadRequest: `first` out of range, or `after` no cursor of this order.
    """
    order = order_of(rows.model, arguments.get("order_by") or _standard(source))
    after = arguments.get("after")
    chosen = arguments.get("filter")
    return Asked(
        first=page_size(arguments["first"]),
        after=read_page_cursor(rows.model, order, after) if after else None,
        order=order,
        only=narrowed(rows.model, source, viewer, subject, chosen),
        key=repr((arguments["first"], after, order.name, chosen)),
    )


@dataclass
class DeclaredPages:
    """The pages of one connection field under one parent (None at the root)."""

    field: object
    target: type
    link: str | None
    parent: Any
    context: Context
    asked: Asked

    @property
    def begun(self) -> bool:
        return self.asked.after is not None

    async def edges(self) -> list[tuple[str, object]]:
        rows = (await self._page())[: self.asked.first]
        return [(page_cursor(self.asked.order, row), present(self.target, row)) for row in rows]

    async def more(self) -> bool:
        return len(await self._page()) > self.asked.first

    async def count(self) -> int:
        loader: Loader[Any, int] = self.context.loaders.of(
            ("count", self.field, self.asked.key), self._counts, lambda: 0
        )
        return await loader.load(self.parent)

    async def cursor(self) -> Cursor:
        return Cursor(self.context.cursors.write(await self.context.head()))

    async def _page(self) -> list[Model]:
        loader: Loader[Any, list[Model]] = self.context.loaders.of(
            ("page", self.field, self.asked.key), self._pages, list
        )
        return await loader.load(self.parent)

    async def _pages(self, parents: Sequence[Any]) -> dict[Any, list[Model]]:
        # The head first: what commits after it is not missed by whoever subscribes from there.
        await self.context.head()
        window = Window(self.asked.order, self.asked.first + 1, self.asked.after)
        if self.link is None:
            return {None: await reading.rows(self._model, statement.page(self._level(), window))}
        found = statement.pages(self._level(), self.link, parents, window)
        return grouped(await reading.rows(self._model, found), self.link)

    async def _counts(self, parents: Sequence[Any]) -> dict[Any, int]:
        await self.context.head()
        if self.link is None:
            return {None: await reading.number(statement.count(self._level()))}
        return await reading.numbers(statement.counts(self._level(), self.link, parents))

    def _level(self) -> statement.Level:
        return statement.level(bound(self.target), self.context.viewer, *self.asked.only, link=self.link)

    @property
    def _model(self) -> type[Model]:
        return bound(self.target).model


def grouped(rows: Sequence[Model], link: str) -> dict[Any, list[Model]]:
    """Rows by the parent key they name, in their order."""
    groups: dict[Any, list[Model]] = {}
    for row in rows:
        groups.setdefault(getattr(row, attribute(type(row), link)), []).append(row)
    return groups


def _standard(source: Paged) -> Any:
    order = source.order
    return next(iter(order)) if isinstance(order, type) and issubclass(order, Enum) else order
