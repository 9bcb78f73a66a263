"""graphql-core's way of running declarations: a reader per kind of source."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from tortoise.models import Model

from models.kernel.errors import BadRequest, Forbidden
from models.kernel.ids import global_id, key_of
from models.kernel.orm import attribute, key_attribute, related
from schema.common.context import Context, Info
from schema.plans import reading, statement
from schema.plans import source as sources
from schema.plans.binding import bound, carried, present
from schema.plans.connection import Connection
from schema.plans.given import WAITED, given, given_now
from schema.plans.narrowing import always
from schema.plans.objects import many, node, one
from schema.plans.pages import DeclaredPages, asked, grouped
from schema.plans.paging import MAX_PAGE, Window, order_of

if TYPE_CHECKING:
    from schema.plans.field import PlannedField


@dataclass(frozen=True, slots=True)
class Asking:
    """One field of one object being read."""

    field: "PlannedField"
    parent: Any
    info: Info
    arguments: Mapping[str, Any]

    @property
    def context(self) -> Context:
        return self.info.context

    @property
    def row(self) -> Any:
        return carried(self.parent)

    def attribute(self, name: str | None, suffix: str = "") -> Any:
        """An attribute of the row; without a name, the one the field is called after."""
        return getattr(self.row, f"{name or self.field.python_name}{suffix}")


def resolve(field: "PlannedField", parent: Any, info: Info, arguments: Mapping[str, Any]) -> Any:
    """The value of a declared field on an object, or an awaitable of it.

    :raises Forbidden: the field is not for this viewer and refuses by error.
    """
    source = field.source
    if source.allow and not source.allow(info.context.viewer):
        if source.refuse == "error":
            raise Forbidden
        return None
    return READERS[type(source)](source, Asking(field, parent, info, arguments))


def _global_id(_: sources.GlobalId, at: Asking) -> str:
    return global_id(bound(type(at.parent)).prefix or "", at.row.id)


def _column(source: sources.Column, at: Asking) -> Any:
    return at.attribute(source.name)


def _computed(source: sources.Computed, at: Asking) -> Any:
    if source.over or WAITED & set(source.parameters):
        return _computed_later(source, at)
    return _called(source, given_now(at.context), at.row)


async def _computed_later(source: sources.Computed, at: Asking) -> Any:
    row = at.row
    if source.over:
        model = related(type(row), source.over)
        loader = at.context.loaders.of(("over", model), partial(_by_key, model))
        row = await loader.load(getattr(row, attribute(type(row), source.over)))
    return None if row is None else _called(source, await given(at.context, source.parameters), row)


async def _by_key(model: type[Model], keys: Sequence[Any]) -> dict[Any, Model]:
    found = statement.by_keys(statement.Level(model, ()), [key for key in keys if key is not None])
    return {row.pk: row for row in await reading.rows(model, found)}


def _called(source: sources.Computed, given: Mapping[str, Any], row: Any) -> Any:
    return source.function(
        **{name: given[name] if name in given else getattr(row, name) for name in source.parameters}
    )


def _given(origin: sources.Column | sources.Computed, at: Asking) -> Any:
    return _computed(origin, at) if isinstance(origin, sources.Computed) else _column(origin, at)


async def _loaded(source: sources.Loaded, at: Asking) -> Any:
    async def fetch(rows: Sequence[Any]) -> dict[Any, Any]:
        given = {"viewer": at.context.viewer, "context": at.context, "rows": rows}
        values = await source.function(**{name: given[name] for name in source.parameters})
        return dict(zip(rows, values, strict=True))

    return await at.context.loaders.of(("loaded", source.function), fetch).load(at.row)


def _part(_: sources.Part, at: Asking) -> Any:
    return present(at.field.target, at.row)


async def _one(source: sources.One, at: Asking) -> Any:
    key = at.attribute(source.key) if source.key else at.attribute(None, "_id")
    return await one(at.field.target, key, at.context, inherits=source.inherits)


async def _about(_: sources.About, at: Asking) -> Any:
    return await one(at.field.target, at.attribute(None, "_id"), at.context)


async def _found(source: sources.Found, at: Asking) -> Any:
    keys = at.context.loaders.of(("found", at.field), source.function)
    return await one(at.field.target, await keys.load(_key(at)), at.context)


async def _one_of(source: sources.OneOf, at: Asking) -> Any:
    target = dict(source.members).get(str(at.attribute(source.name, "_kind")).lower())
    return await one(target, at.attribute(source.name, "_id"), at.context) if target else None


async def _many(source: sources.Many, at: Asking) -> Any:
    return await many(at.field.target, _given(source.keys, at), at.context)


async def _named(source: sources.Named, at: Asking) -> Any:
    id_ = _given(source.id, at)
    found = await node(id_, at.info) if id_ else None
    return found if isinstance(found, at.field.target) else None


async def _listed(source: sources.Listed, at: Asking) -> Any:
    target, rows = at.field.target, bound(at.field.target)
    order = order_of(rows.model, source.order)

    async def fetch(keys: Sequence[Any]) -> dict[Any, Any]:
        only = (always(rows.model, source.only),) if source.only else ()
        level = statement.level(rows, at.context.viewer, *only, link=source.link)
        if source.single:
            found = statement.pages(level, source.link, keys, Window(order, 1))
        else:
            found = statement.listed(level, source.link, keys, order)
        return grouped(await reading.rows(rows.model, found), source.link)

    loader = at.context.loaders.of(("listed", at.field), fetch, list)
    objects = [present(target, row) for row in await loader.load(_key(at))]
    if source.single:
        return objects[0] if objects else None
    return objects


def _paged(source: sources.Paged, at: Asking) -> Connection[Any]:
    target = at.field.target
    subject = bound(type(at.parent)).prefix if source.subject else None
    return Connection(
        pages=DeclaredPages(
            field=(at.field, type(at.parent)),
            target=target,
            link=source.link,
            parent=_key(at) if source.link else None,
            context=at.context,
            asked=asked(source, bound(target), at.context.viewer, subject, at.arguments),
        )
    )


async def _by_id(_: sources.ById, at: Asking) -> Any:
    prefix = bound(at.field.target).prefix or ""
    return await one(at.field.target, key_of(prefix, at.arguments["id"]), at.context)


async def _by_node_id(_: sources.ByNodeId, at: Asking) -> Any:
    return await node(at.arguments["id"], at.info)


async def _by_node_ids(_: sources.ByNodeIds, at: Asking) -> list[Any]:
    ids = at.arguments["ids"]
    if len(ids) > MAX_PAGE:
        raise BadRequest(f"ids 至多 {MAX_PAGE} 个，收到 {len(ids)} 个")
    return list(await asyncio.gather(*(node(id_, at.info) for id_ in ids)))


def _key(at: Asking) -> Any:
    return getattr(at.row, key_attribute(type(at.row)))


READERS: dict[type[sources.Source], Callable[[Any, Asking], Any]] = {
    sources.GlobalId: _global_id,
    sources.Column: _column,
    sources.Computed: _computed,
    sources.Loaded: _loaded,
    sources.Part: _part,
    sources.One: _one,
    sources.About: _about,
    sources.Found: _found,
    sources.OneOf: _one_of,
    sources.Many: _many,
    sources.Named: _named,
    sources.Listed: _listed,
    sources.Paged: _paged,
    sources.ById: _by_id,
    sources.ByNodeId: _by_node_id,
    sources.ByNodeIds: _by_node_ids,
}
