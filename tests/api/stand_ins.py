"""Types of areas that are not in the graph yet, under the names by which the shared types refer to them."""

import sys
from importlib.util import find_spec
from types import ModuleType

import strawberry
from tortoise.expressions import Q

from models.authorities.tables import Authority
from models.kernel.viewer import Viewer
from models.people.tables import Account
from models.registration.credentials import Certificate
from models.registration.tables import WorkItem
from schema.common.interfaces import Node
from schema.plans.binding import rows


def stand_in() -> None:
    """Put them where nothing stands yet."""
    _module("schema.people", Account=lambda: _type("Account", Account))
    _module("schema.authorities", Authority=lambda: _type("Authority", Authority))
    _module(
        "schema.registration",
        WorkItem=lambda: _type("WorkItem", WorkItem),
        Certificate=lambda: _type("Certificate", Certificate),
        StartableKind=lambda: strawberry.type(
            type("StartableKind", (), {"__annotations__": {"legal": bool}}), description="可办的业务"
        ),
    )


def _hidden(viewer: Viewer) -> Q:
    return Q(id__in=[])


def _type(name: str, model: type) -> type:
    return rows(model, visible=_hidden, prefix=model.prefix, description=name)(type(name, (Node,), {}))  # type: ignore[attr-defined]


def _module(name: str, **types: object) -> None:
    if name in sys.modules or find_spec(name) is not None:
        return
    module = ModuleType(name)
    for word, make in types.items():
        made = make()  # type: ignore[operator]
        made.__module__ = name
        setattr(module, word, made)
    sys.modules[name] = module
