"""Random documents that are valid over any schema: fields, aliases, fragments, directives, variables, cursors."""

from base64 import urlsafe_b64decode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_leaf_type,
    parse,
    validate,
)

from schema.plans.binding import rows_of
from schema.plans.field import PlannedField

DEEPEST = 6
MOST_FIELDS = 4
VARIABLE_SETS = 2
MOST_CURSORS = 50
WRONG_CURSORS = ("", "5", "WyJ4Il0", "====")
TEXTS = ("", "王", "%", "_", "'", '"\\', "苏", "FIRE", "\n", "张 三")
DAYS = ("2026-11-21", "2026-11-22", "2030-01-01")
TIMES = ("2025-06-01T08:00:00+08:00", "2030-01-01T00:00:00Z")
INTEGERS = (0, 1, 2, 3, 50, 101)


@dataclass
class Known:
    """What arguments are drawn from; `cursors` grows with what answers hold."""

    ids: list[str]
    texts: list[str]
    cursors: dict[str, list[str]] = field(default_factory=dict)
    """By the rows they are of."""

    def learn(self, data: Any) -> None:
        """Page cursors and places in the journal that an answer holds, for other documents to go on from."""
        if isinstance(data, list):
            for one in data:
                self.learn(one)
        elif isinstance(data, dict):
            for name, value in data.items():
                if isinstance(value, str) and name.lower().endswith("cursor"):
                    self._keep(value)
                else:
                    self.learn(value)

    def _keep(self, cursor: str) -> None:
        with suppress(ValueError):
            order = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))[0]
            kept = self.cursors.setdefault(order.partition(".")[0], [])
            kept.append(cursor)
            del kept[:-MOST_CURSORS]


@dataclass(frozen=True)
class Drawn:
    """A document and what to ask it with."""

    text: str
    variables: tuple[dict[str, Any], ...]


class Drawer:
    """Draws documents for one schema from one random source."""

    def __init__(self, schema: GraphQLSchema, random: Random, known: Known) -> None:
        self._schema, self._random, self._known = schema, random, known
        self._aliases = 0
        self._declared: list[str] = []
        self._values: list[dict[str, Any]] = []
        self._fragments: list[str] = []
        self._rows = ""

    def draw(self, kind: str = "query") -> Drawn:
        """A valid document; invalid ones (of overlapping fields) are drawn again.

        :param kind: `query`, or `subscription`, which has one root field.
        """
        while True:
            self._declared, self._fragments = [], []
            self._values = [{} for _ in range(VARIABLE_SETS)]
            body = self._query() if kind == "query" else self._subscription()
            head = f"{kind}({', '.join(self._declared)})" if self._declared else kind
            text = "\n".join([f"{head} {body}", *self._fragments])
            if not validate(self._schema, parse(text)):
                return Drawn(text, tuple(self._values))

    def _query(self) -> str:
        assert self._schema.query_type
        return self._selection(self._schema.query_type, 0)

    def _subscription(self) -> str:
        root = self._schema.subscription_type
        assert root
        name, definition = self._random.choice(list(root.fields.items()))
        given = [
            f"{one}: {self._argument(one, argument.type)}"
            for one, argument in definition.args.items()
            if one == "filter" and self._chance(0.3)
        ]
        arguments = f"({', '.join(given)})" if given else ""
        alias = "frame: " if self._chance(0.3) else ""
        body = self._selection(get_named_type(definition.type), 1)
        return f"{{ {alias}{name}{arguments} {body} }}"

    def _selection(self, type_: Any, depth: int) -> str:
        fields = list(type_.fields.items()) if hasattr(type_, "fields") else []
        wanted = [each for each in fields if depth < DEEPEST or is_leaf_type(get_named_type(each[1].type))]
        count = min(len(wanted), self._random.randint(1, MOST_FIELDS))
        parts = [self._field(name, one, depth) for name, one in self._random.sample(wanted, count)]
        if self._chance(0.15) or not parts:
            parts.append("__typename")
        if depth < DEEPEST and depth > 0:
            parts += self._conditioned(type_, depth)
        self._random.shuffle(parts)
        return "{ " + " ".join(parts) + " }"

    def _conditioned(self, type_: Any, depth: int) -> list[str]:
        """Fragments on the type itself, and on types it may turn out to be."""
        found = []
        abstract = not isinstance(type_, GraphQLObjectType)
        concrete = self._schema.get_possible_types(type_) if abstract else [type_]
        if abstract or self._chance(0.15):
            for one in self._random.sample(concrete, min(len(concrete), self._random.choice((1, 1, 2)))):
                found.append(self._fragment(one, depth))
        interfaces = getattr(type_, "interfaces", ())
        if interfaces and self._chance(0.1):
            found.append(self._fragment(self._random.choice(interfaces), depth))
        return found

    def _fragment(self, type_: Any, depth: int) -> str:
        body = self._selection(type_, depth + 1)
        if self._chance(0.3):
            name = f"F{len(self._fragments)}"
            self._fragments.append(f"fragment {name} on {type_.name} {body}")
            return f"...{name}{self._directive()} " * self._random.choice((1, 1, 2))
        return f"... on {type_.name}{self._directive()} {body}"

    def _field(self, name: str, definition: GraphQLField, depth: int) -> str:
        arguments = self._arguments(definition)
        alias = ""
        if arguments or self._chance(0.15):
            self._aliases += 1
            alias = f"a{self._aliases}: "
        type_ = get_named_type(definition.type)
        body = f" {self._selection(type_, depth + 1)}" if is_composite_type(type_) else ""
        return f"{alias}{name}{arguments}{self._directive()}{body}"

    def _arguments(self, definition: GraphQLField) -> str:
        given = []
        for name, one in definition.args.items():
            required = isinstance(one.type, GraphQLNonNull)
            if required or self._chance(0.2 if name == "after" else 0.4):
                self._rows = rows_shown_by(definition)
                given.append(f"{name}: {self._argument(name, one.type)}")
        return f"({', '.join(given)})" if given else ""

    def _argument(self, name: str, type_: Any) -> str:
        if self._chance(0.5):
            return self._variable(str(type_), lambda: self._value(name, type_))
        return literal(self._value(name, type_))

    def _directive(self) -> str:
        if not self._chance(0.08):
            return ""
        switch = self._variable("Boolean!", lambda: self._chance(0.5)) if self._chance(0.7) else "true"
        return f" @{self._random.choice(('include', 'skip'))}(if: {switch})"

    def _variable(self, type_: str, value: Callable[[], Any]) -> str:
        name = f"v{len(self._declared)}"
        self._declared.append(f"${name}: {type_}")
        for values in self._values:
            if type_.endswith("!") or self._chance(0.85):
                values[name] = plain(value())
        return f"${name}"

    def _value(self, name: str, type_: Any) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self._value(name, type_.of_type)
        if isinstance(type_, GraphQLList):
            return [self._value(name, type_.of_type) for _ in range(self._random.randint(0, 3))]
        if isinstance(type_, GraphQLEnumType):
            return Name(self._random.choice(list(type_.values)))
        if isinstance(type_, GraphQLInputObjectType):
            names = self._random.sample(
                list(type_.fields), self._random.randint(0, min(3, len(type_.fields)))
            )
            return {one: self._value(one, type_.fields[one].type) for one in names}
        return self._scalar(name, type_.name)

    def _scalar(self, name: str, kind: str) -> Any:
        random, known = self._random, self._known
        if name == "first":
            return random.choice((0, 101)) if self._chance(0.02) else random.choice((1, 2, 3, 10))
        if name == "after":
            cursors = known.cursors.get(self._rows)
            return random.choice(cursors if cursors and self._chance(0.9) else WRONG_CURSORS)
        drawn: dict[str, tuple[Any, ...]] = {
            "Int": INTEGERS,
            "Boolean": (True, False),
            "Date": DAYS,
            "DateTime": TIMES,
        }
        return random.choice(drawn.get(kind) or (known.ids if kind == "ID" else (*TEXTS, *known.texts)))

    def _chance(self, share: float) -> bool:
        return self._random.random() < share


def rows_shown_by(definition: GraphQLField) -> str:
    """The model whose rows a connection pages through, as page cursors name it."""
    field = definition.extensions.get("strawberry-definition")
    rows = rows_of(field.target) if isinstance(field, PlannedField) else None
    return rows.model.__name__ if rows else ""


class Name(str):
    """An enumeration's value: written without quotes in a document."""


def literal(value: Any) -> str:
    """A value as it stands in a document."""
    match value:
        case bool():
            return "true" if value else "false"
        case Name():
            return str(value)
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"'
        case list():
            return "[" + ", ".join(literal(one) for one in value) + "]"
        case dict():
            return "{" + ", ".join(f"{name}: {literal(one)}" for name, one in value.items()) + "}"
    return str(value)


def plain(value: Any) -> Any:
    """A value as variables carry it."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return str(value) if isinstance(value, Name) else value
