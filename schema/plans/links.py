"""How sources that lead to other rows are written into a plan: joined, or a statement of their own."""

from collections.abc import Callable
from typing import Any

from graphql import GraphQLNonNull

from models.kernel.ids import key_of, parse_global_id
from models.kernel.orm import key_attribute
from schema.plans import source as sources
from schema.plans.binding import bound, rows_of
from schema.plans.paging import MAX_PAGE
from schema.plans.places import Fetch, ObjectPlace, RowPlace
from schema.plans.shapes import decoded, row_shape
from schema.plans.troubles import Unexpected, Unplanned
from schema.plans.written import Asked, called


def _one(source: sources.One, asked: Asked) -> str:
    name = source.key or f"{asked.name}_id"
    if isinstance(asked.place, RowPlace) and not asked.place.full:
        joined = asked.place.join(name, bound(asked.field.target), inherits=source.inherits)
        shown = row_shape(asked.to, joined, asked.field.target, asked.details)
        empty = "absent()" if _certain(asked) else "None"
        return f"({empty} if {joined.key} is None else {shown})"
    return _by_key(asked, asked.field.target, asked.place.raw(name), inherits=source.inherits)


def _about(_: sources.About, asked: Asked) -> str:
    key = asked.place.raw(f"{asked.name}_id")
    fetch = _keyed(asked, asked.field.target, inherits=False)
    asked.to.about.append(fetch.index)
    asked.place.collect(f"run.K[{fetch.index}].append({key})")
    return f"b{fetch.index}.get({key})"


def _one_of(source: sources.OneOf, asked: Asked) -> str:
    name = source.name or asked.name
    kind, key = decoded(asked.to, asked.place, f"{name}_kind"), asked.place.raw(f"{name}_id")
    tried = []
    for word, target in source.members:
        test = f"str({kind}).lower() == {word!r}"
        fetch = _keyed(asked, target, inherits=False)
        asked.place.collect(f"if {test}: run.K[{fetch.index}].append({key})")
        tried.append(f"b{fetch.index}.get({key}) if {test}")
    return f"({' else '.join([*tried, 'None'])})"


def _many(source: sources.Many, asked: Asked) -> str:
    keys = _given(source.keys, asked)
    fetch = _keyed(asked, asked.field.target, inherits=False)
    asked.place.collect(f"run.K[{fetch.index}].extend({keys})")
    one = asked.to.text.fresh("x")
    return f"[b{fetch.index}[{one}] for {one} in {keys} if {one} in b{fetch.index}]"


def _named(source: sources.Named, asked: Asked) -> str:
    id_ = _given(source.id, asked)
    collect, show = _nodes(asked, asked.field.target)
    asked.place.collect(f"{collect}(run, {id_})")
    return f"{show}({id_})"


def _found(source: sources.Found, asked: Asked) -> str:
    """Keys by other rows, read for the whole level; then the rows of those keys."""
    to, place = asked.to, asked.place
    made = to.value("found", place, source)
    if isinstance(place, RowPlace):
        made.key = place.fetch.column(place.alias, place.model._meta.db_pk_column)
        own = place.key
    else:
        own = f"c.{_key_of_object(asked)}"
        place.collect(f"run.O[{made.index}].append({own})")
    fetch = _keyed(asked, asked.field.target, inherits=False, round=place.round + 1)
    made.walker = f"take{made.index}"
    to.text.function(made.walker, "run, key", f"run.K[{fetch.index}].append(key)")
    return f"b{fetch.index}.get(run.L[{made.index}].get({own}))"


def _listed(source: sources.Listed, asked: Asked) -> str:
    target = asked.field.target
    key = asked.place.key if isinstance(asked.place, RowPlace) else f"c.{_key_of_object(asked)}"
    kind = "first" if source.single else "listed"
    fetch = asked.to.fetch(kind, bound(target), asked.place, link=source.link, source=source)
    asked.place.collect(f"run.K[{fetch.index}].append({key})")
    if isinstance(asked.place, RowPlace):
        fetch.over = asked.place
    place = RowPlace(fetch, bound(target).model)
    shown, link = row_shape(asked.to, place, target, asked.details), place.raw(source.link)
    if source.single:
        asked.to.text.line(f"b{fetch.index} = {{{link}: {shown} for r in run.R[{fetch.index}]}}")
        return f"b{fetch.index}.get({key})"
    asked.to.text.line(
        f"b{fetch.index} = {{}}",
        f"for r in run.R[{fetch.index}]:",
        f"    b{fetch.index}.setdefault({link}, []).append({shown})",
    )
    return f"b{fetch.index}.get({key}, EMPTY)"


def _by_id(_: sources.ById, asked: Asked) -> str:
    target = asked.field.target
    at = asked.to.argument(asked.definition, asked.details, asked.field)
    key = (
        f"{asked.to.text.bind(key_of, 'key_of')}({(bound(target).prefix or '')!r}, run.argument({at})['id'])"
    )
    return _by_key(asked, target, key, inherits=False)


def _by_node_id(_: sources.ByNodeId, asked: Asked) -> str:
    at = asked.to.argument(asked.definition, asked.details, asked.field)
    collect, show = _nodes(asked, None)
    asked.place.collect(f"{collect}(run, run.argument({at})['id'])")
    return f"{show}(run.argument({at})['id'])"


def _by_node_ids(_: sources.ByNodeIds, asked: Asked) -> str:
    at = asked.to.argument(asked.definition, asked.details, asked.field)
    collect, show = _nodes(asked, None)
    few = asked.to.text.bind(_few, "few")
    one = asked.to.text.fresh("x")
    ids = f"{few}(run.argument({at})['ids'])"
    asked.place.collect(f"for {one} in {ids}: {collect}(run, {one})")
    return f"[{show}({one}) for {one} in {ids}]"


def _few(ids: list[str]) -> list[str]:
    if len(ids) > MAX_PAGE:
        raise Unexpected("more ids than are answered at once")
    return ids


def _by_key(asked: Asked, target: type, key: str, *, inherits: bool) -> str:
    fetch = _keyed(asked, target, inherits=inherits)
    asked.place.collect(f"run.K[{fetch.index}].append({key})")
    return f"b{fetch.index}[{key}]" if _certain(asked) else f"b{fetch.index}.get({key})"


def _keyed(asked: Asked, target: type, *, inherits: bool, round: int | None = None) -> Fetch:
    """A statement for rows by primary key; their answers are in `b<index>`, by key."""
    rows = bound(target)
    fetch = asked.to.fetch("keys", rows, asked.place, inherits=inherits)
    fetch.round = asked.place.round if round is None else round
    place = RowPlace(fetch, rows.model)
    shown = row_shape(asked.to, place, target, asked.details)
    asked.to.text.line(f"b{fetch.index} = {{{place.key}: {shown} for r in run.R[{fetch.index}]}}")
    return fetch


def _nodes(asked: Asked, within: type | None) -> tuple[str, str]:
    """Functions that collect the key in a global id, and show the object that the id names."""
    to = asked.to
    fetches: dict[str, Fetch] = {}
    for prefix, target in to.schema.nodes.items():
        if within is None or issubclass(target, within):
            fetches[prefix] = _keyed(asked, target, inherits=False)
        elif issubclass(within, target):
            raise Unplanned(f"{within.__name__} is one of several that have the prefix {prefix}")
    parse, name = to.text.bind(parse_global_id, "parse"), to.text.fresh("n")
    table = ", ".join(f"{prefix!r}: {fetch.index}" for prefix, fetch in fetches.items())
    to.text.function(f"collect_{name}", "run, id_", f"run.take({{{table}}}, {parse}(id_) if id_ else None)")
    built = ", ".join(f"{prefix!r}: b{fetch.index}" for prefix, fetch in fetches.items())
    to.text.line(
        f"t{name} = {{{built}}}",
        f"def {name}(id_):",
        f"    parsed = {parse}(id_) if id_ else None",
        f"    return t{name}.get(parsed[0], {{}}).get(parsed[1]) if parsed else None",
    )
    return f"collect_{name}", name


def _given(origin: sources.Column | sources.Computed, asked: Asked) -> str:
    if isinstance(origin, sources.Computed):
        return called(asked, origin)
    return decoded(asked.to, asked.place, origin.name or asked.name)


def _certain(asked: Asked) -> bool:
    return isinstance(asked.type_, GraphQLNonNull)


def _key_of_object(asked: Asked) -> str:
    assert isinstance(asked.place, ObjectPlace)
    rows = rows_of(asked.place.type_)
    if rows is None:
        raise Unplanned(f"{asked.parent.name} has no rows")
    return key_attribute(rows.model)


LINKS: dict[type, Callable[[Any, Asked], str]] = {
    sources.One: _one,
    sources.OneOf: _one_of,
    sources.Many: _many,
    sources.Named: _named,
    sources.About: _about,
    sources.Found: _found,
    sources.Listed: _listed,
    sources.ById: _by_id,
    sources.ByNodeId: _by_node_id,
    sources.ByNodeIds: _by_node_ids,
}
