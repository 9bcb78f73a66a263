"""Conditions as text, each made once for all calls of its shape: Tortoise's `Q` says what, the values are the call's.

A leaf that compares a column of the row itself with a value (`id`, `state`, `held_until__gt`) leaves its value open. All
others (`region__startswith`, relations, None) belong to the shape with their values. When a text is made, what the
ORM made of the open values is compared with what is put in later; where that differs the text is not kept.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tortoise.expressions import Q
from tortoise.fields import Field
from tortoise.models import Model

from models.kernel.dialect import dialect
from models.kernel.orm import Condition, condition, field_of, is_relation

SAME = "t"
"""Alias of the row in statements of steps."""
KEPT = 2048
COMPARING = frozenset({"gt", "gte", "lt", "lte", "not"})
CONSTANT = (str, int, Enum, type(None))

Name = str
_kept: dict[Hashable, "_Template | None"] = {}


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One comparison. `field` is None where its value belongs to the shape."""

    name: Name
    value: Any
    field: "Field[Any] | None"

    @property
    def shape(self) -> Hashable:
        return self.name if self.field else (self.name, type(self.value), self.value)


@dataclass(frozen=True, slots=True)
class _Template:
    """A text with the values it was made with, and the places of those that are open."""

    made: Condition
    places: tuple[int, ...]


def kept_condition(model: type[Model], q: Q, alias: str = SAME) -> Condition:
    """A Q over a model's rows as text over an alias."""
    leaves = list(_leaves(model, q))
    if any(leaf.field is None and not isinstance(leaf.value, CONSTANT) for leaf in leaves):
        return condition(model, q, alias)
    speech = dialect()
    key = speech, model, alias, _frame(q), tuple(leaf.shape for leaf in leaves)
    if key not in _kept:
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[key] = _template(model, q, alias, leaves)
    template = _kept[key]
    if template is None:
        return condition(model, q, alias)
    values = list(template.made.values)
    for place, value in zip(template.places, _open_values(model, leaves), strict=True):
        values[place] = value
    return Condition(template.made.text, tuple(values))


def _leaves(model: type[Model], q: Q) -> Iterator[_Leaf]:
    for name, value in q.filters.items():
        yield _Leaf(name, value, None if value is None else _compared(model, name))
    for child in q.children:
        yield from _leaves(model, child)


def _compared(model: type[Model], name: Name) -> "Field[Any] | None":
    """The field of the row that a leaf compares with its value; None when it does anything else."""
    column, _, how = name.partition("__")
    if (how and how not in COMPARING) or column == "pk" or is_relation(model, column):
        return None
    return field_of(model, column)


def _frame(q: Q) -> Hashable:
    return q.join_type, q._is_negated, len(q.filters), tuple(_frame(child) for child in q.children)


def _open_values(model: type[Model], leaves: list[_Leaf]) -> Iterator[Any]:
    for leaf in leaves:
        if leaf.field:
            yield leaf.field.to_db_value(leaf.value, model)


def _template(model: type[Model], q: Q, alias: str, leaves: list[_Leaf]) -> _Template | None:
    made, places, at = condition(model, q, alias), list[int](), 0
    for leaf in leaves:
        if leaf.field:
            places.append(at)
            at += 1
        else:
            at += len(condition(model, Q(**{leaf.name: leaf.value}), alias).values)
    same = at == len(made.values) and all(
        made.values[place] == value for place, value in zip(places, _open_values(model, leaves), strict=True)
    )
    return _Template(made, tuple(places)) if same else None
