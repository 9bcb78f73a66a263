"""Filters of lists as an export keeps them: plain data, and a condition again when the list is made."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import strawberry
from tortoise.expressions import Q

from models.kernel.viewer import Viewer
from models.transfers.kinds import ExportKind
from schema.plans.filter import condition_of
from schema.registration.filters import CertificateFilter, WorkFilter

FILTERS: Mapping[ExportKind, type] = {
    ExportKind.WORK_QUEUE: WorkFilter,
    ExportKind.CERTIFICATES: CertificateFilter,
}
"""Of the lists that are filtered as their page is."""


def kept(given: object | None) -> dict[str, Any]:
    """A filled-in filter as plain data; what was left out is left out."""
    if given in (None, strawberry.UNSET):
        return {}
    values = {name: getattr(given, name) for name in get_type_hints(type(given))}
    return {name: _plain(value) for name, value in values.items() if value not in (None, strawberry.UNSET)}


def condition(kind: ExportKind, criteria: Mapping[str, Any], viewer: Viewer) -> Q:
    """What the filter that was kept means for this viewer, now."""
    form = FILTERS.get(kind)
    if form is None or not criteria:
        return Q()
    types = get_type_hints(form)
    return condition_of(
        form(**{name: _typed(types[name], value) for name, value in criteria.items()}), viewer
    )


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.name
    return value.isoformat() if isinstance(value, date) else value


def _typed(type_: Any, value: Any) -> Any:
    """A value of the filter's own type, of which the plain one was made."""
    if get_origin(type_) is UnionType or NoneType in get_args(type_):
        (type_,) = (one for one in get_args(type_) if one is not NoneType)
    if isinstance(value, list):
        return [_typed(get_args(type_)[0], one) for one in value]
    make: Callable[[Any], Any] = {date: date.fromisoformat}.get(type_, lambda same: same)
    return type_[value] if isinstance(type_, type) and issubclass(type_, Enum) else make(value)
