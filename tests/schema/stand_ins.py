"""Types of areas that are not in the graph yet, under the names by which other areas refer to them."""

import sys
from importlib.util import find_spec
from types import ModuleType

import strawberry
from tortoise.expressions import Q

from models.files.tables import StoredFile
from models.kernel.viewer import Viewer
from models.registration.credentials import Certificate as CertificateRow
from models.registration.tables import WorkItem as WorkItemRow
from schema.common.interfaces import Node
from schema.plans.binding import rows


def hidden(viewer: Viewer) -> Q:
    return Q(id__in=[])


def stand_in() -> None:
    """Put them where nothing stands yet."""
    _module("schema.files", File=_type("File", StoredFile))
    _module(
        "schema.registration",
        WorkItem=_type("WorkItem", WorkItemRow),
        Certificate=_type("Certificate", CertificateRow),
        StartableKind=strawberry.type(
            type("StartableKind", (), {"__annotations__": {"legal": bool}}), description="可办的业务"
        ),
    )


def _type(name: str, model: type) -> type:
    return rows(model, visible=hidden, prefix=model.prefix, description=name)(type(name, (Node,), {}))  # type: ignore[attr-defined]


def _module(name: str, **types: type) -> None:
    if name not in sys.modules and find_spec(name) is None:
        module = ModuleType(name)
        for word, made in types.items():
            made.__module__ = name
            setattr(module, word, made)
        sys.modules[name] = module
