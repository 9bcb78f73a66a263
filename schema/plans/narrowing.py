"""Conditions that narrow a list, as text: its filter, what it is for, what it is declared over.

Making text of a condition costs more than running the statement, so it is kept wherever what it is made of can
tell two conditions apart. A function that looks at the clock is asked each time.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from strawberry import UNSET
from strawberry.types.base import get_object_definition
from tortoise.exceptions import ValidationError
from tortoise.expressions import Q
from tortoise.models import Model

from models.kernel.dialect import Dialect, dialect
from models.kernel.orm import Condition
from models.kernel.viewer import Viewer
from schema.plans.filter import WhereField
from schema.plans.source import Only, Paged
from schema.plans.statement import NOTHING, holds

KEPT = 4096


def narrowed(
    model: type[Model], source: Paged, viewer: Viewer, subject: str | None, chosen: Any
) -> tuple[Condition, ...]:
    """All conditions of a page besides visibility.

    :param subject: prefix of the objects that a history is about.
    :param chosen: the filled-in filter, or None.
    """
    speech = dialect()
    found = list(_chosen(model, chosen, viewer, speech))
    if source.subject:
        found.append(_about(model, subject or "", speech))
    if source.only:
        found.append(always(model, source.only))
    if source.mine:
        found.append(_mine(model, source.mine, viewer, speech))
    return tuple(found)


def always(model: type[Model], only: Only) -> Condition:
    """What a declaration says of all its rows; depends on nothing."""
    return _always(model, only, dialect())


def _chosen(model: type[Model], chosen: Any, viewer: Viewer, speech: Dialect) -> Iterator[Condition]:
    if chosen is None:
        return
    for field in get_object_definition(chosen, strict=True).fields:
        value = getattr(chosen, field.python_name)
        if not isinstance(field, WhereField) or value is None or value is UNSET:
            continue
        if field.pure:
            kept = tuple(value) if isinstance(value, list) else value
            yield _meant(model, field, kept, viewer if field.wants_viewer else None, speech)
        else:
            yield _held_or_none(model, field, value, viewer)


def _held_or_none(model: type[Model], field: WhereField, value: Any, viewer: Viewer | None) -> Condition:
    """A value that no row of the column can have (a text longer than it) finds nothing."""
    try:
        return holds(model, field.condition(value, viewer))
    except ValidationError:
        return Condition(NOTHING)


@lru_cache(maxsize=KEPT, typed=True)
def _meant(model: type[Model], field: WhereField, value: Any, viewer: Viewer | None, _: Dialect) -> Condition:
    return _held_or_none(model, field, list(value) if isinstance(value, tuple) else value, viewer)


@lru_cache(maxsize=KEPT)
def _mine(model: type[Model], mine: Callable[[Viewer], Q], viewer: Viewer, _: Dialect) -> Condition:
    return holds(model, mine(viewer))


@lru_cache(maxsize=KEPT)
def _always(model: type[Model], only: Only, _: Dialect) -> Condition:
    return holds(model, only())


@lru_cache(maxsize=KEPT)
def _about(model: type[Model], subject: str, _: Dialect) -> Condition:
    return holds(model, Q(subject=subject))
