"""How connections are written into a plan: of a page only what is asked for is read."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import collect_subfields

from models.kernel.orm import attribute, column, field_of, key_attribute
from schema.plans import source as sources
from schema.plans.binding import bound, rows_of
from schema.plans.codec import python_value
from schema.plans.paging import order_of
from schema.plans.pieces import nodes
from schema.plans.places import Fetch, ObjectPlace, RowPlace
from schema.plans.shapes import row_shape
from schema.plans.statement import ROW
from schema.plans.troubles import Unplanned
from schema.plans.written import Asked


def _paged(source: sources.Paged, asked: Asked) -> str:
    to, rows = asked.to, bound(asked.field.target)
    fetch = to.fetch("pages" if source.link else "page", rows, asked.place, link=source.link, source=source)
    fetch.arguments = to.argument(asked.definition, asked.details, asked.field)
    own = rows_of(asked.parent_class)
    fetch.subject = own.prefix if source.subject and own else None
    key = _key(asked) if source.link else "None"
    asked.place.collect(f"run.K[{fetch.index}].append({key})")
    written = _Page(asked, fetch).connection(asked.named, asked.details)
    name = f"p{fetch.index}"
    to.text.line(
        f"more{fetch.index} = run.M[{fetch.index}]",
        f"rows{fetch.index} = run.G[{fetch.index}]",
        f"def {name}(k):",
        f"    R = rows{fetch.index}.get(k, EMPTY)",
        f"    return {written}",
    )
    return f"{name}({key})"


class _Page:
    """Writes the parts of one connection."""

    def __init__(self, asked: Asked, fetch: Fetch) -> None:
        self.to = asked.to
        self.target: type = asked.field.target
        self.fetch = fetch
        self.place = RowPlace(fetch, bound(self.target).model)
        self.whole = False
        """Are whole rows needed besides the nodes?"""
        if fetch.link:
            fetch.column(ROW, column(self.place.model, attribute(self.place.model, fetch.link)))

    def connection(self, type_: GraphQLObjectType, details: list[Any]) -> str:
        written = self._object(type_, details, self._part)
        if self.whole:
            self.fetch.pieces = None
        return written

    def _part(self, name: str, type_: Any, details: list[Any]) -> str:
        at = self.fetch.index
        match name:
            case "nodes":
                self.fetch.wants_page = True
                return nodes(
                    self.to, self.place, lambda: row_shape(self.to, self.place, self.target, details)
                )
            case "edges":
                self.fetch.wants_page = True
                return f"[{self._object(type_, details, self._edge)} for r in R]"
            case "page_info":
                self.fetch.wants_page = True
                return self._object(type_, details, self._information)
            case "total_count":
                self.fetch.wants_count = True
                return f"run.N[{at}].get(k, 0)"
            case "cursor":
                self.to.needs_head = True
                return "run.head"
        raise Unplanned(name)

    def _edge(self, name: str, _: Any, details: list[Any]) -> str:
        if name == "cursor":
            return self._cursor("r")
        self.whole = True
        return row_shape(self.to, self.place, self.target, details)

    def _information(self, name: str, _: Any, __: list[Any]) -> str:
        at = self.fetch.index
        match name:
            case "has_next_page":
                return f"more{at}.get(k, False)"
            case "has_previous_page":
                return f"run.asked[{at}].after is not None"
            case "start_cursor":
                return f"({self._cursor('R[0]')} if R else None)"
        return f"({self._cursor('R[-1]')} if R else None)"

    def _cursor(self, row: str) -> str:
        if not self.fetch.orders:
            order = self.fetch.source.order
            for spec in list(order) if isinstance(order, type) and issubclass(order, Enum) else [order]:
                self._order(spec)
        return f"run.page_cursor({self.fetch.index}, {row})"

    def _order(self, spec: Any) -> None:
        model = self.place.model
        order = order_of(model, spec)
        self.fetch.orders[order.name] = [
            (
                self.fetch.column(ROW, column(model, name)),
                python_value(field_of(model, attribute(model, name)), self.to.speech),
            )
            for name in order.columns
        ]

    def _object(
        self, type_: GraphQLObjectType, details: list[Any], part: Callable[[str, Any, list[Any]], str]
    ) -> str:
        """An object of the connection's own types, which are no rows."""
        collected = collect_subfields(
            self.to.core, self.to.fragments, self.to.variables, self.to.operation, type_, details
        )
        parts = []
        for key, found in collected.grouped_field_set.items():
            name = found[0].node.name.value
            if name == "__typename":
                parts.append(f"{key!r}: {type_.name!r}")
                continue
            definition = type_.fields[name]
            python_name = definition.extensions["strawberry-definition"].python_name
            inner = get_named_type(definition.type)
            parts.append(f"{key!r}: {part(python_name, inner, found)}")
        return "{" + ", ".join(parts) + "}"


def _key(asked: Asked) -> str:
    if isinstance(asked.place, RowPlace):
        return asked.place.key
    assert isinstance(asked.place, ObjectPlace)
    rows = rows_of(asked.place.type_)
    if rows is None:
        raise Unplanned(f"{asked.parent.name} has no rows")
    return f"c.{key_attribute(rows.model)}"


PAGED: dict[type, Callable[[Any, Asked], str]] = {sources.Paged: _paged}
