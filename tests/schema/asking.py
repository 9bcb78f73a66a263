"""A schema over some areas, and how tests ask it."""

from collections.abc import Sequence
from typing import Any

import strawberry
from strawberry.tools import merge_types

from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.kinds import StageKind
from schema import agencies, authorities, noticeboard, people
from schema.common.context import Context
from schema.common.enums import expose
from schema.common.interfaces import Node
from schema.plans.build import PlannedSchema
from schema.plans.declare import by_node_id
from tests.schema.stand_ins import stand_in

stand_in()
if not hasattr(StageKind, "__strawberry_definition__"):
    expose(StageKind, {kind: kind.value for kind in StageKind})


@strawberry.type
class NodeQuery:
    node: Node | None = by_node_id()


def _merged(name: str, areas: Sequence[Any]) -> type:
    return merge_types(name, tuple(getattr(area, name) for area in areas if hasattr(area, name)))


SCHEMA = PlannedSchema(
    merge_types("Query", (NodeQuery, *(area.Query for area in (people, authorities, agencies, noticeboard)))),
    _merged("Mutation", [people]),
    types=agencies.TYPES,
)
SITE = authorities.Site("http://localhost:8000", demonstration=True)


def context(viewer: Viewer = PUBLIC_VIEWER) -> Context:
    return Context(
        viewer=viewer,
        cursors=Cursors(b"secret of the tests", epoch=1, horizon=START),
        address="1.2.3.4",
        device="Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        services={authorities.Site: SITE},
    )


async def ask(viewer: Viewer, document: str, **variables: Any) -> dict[str, Any]:
    """The data of an operation that must not fail."""
    result = await SCHEMA.execute(document, variables, context(viewer))
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


async def fault(viewer: Viewer, document: str, **variables: Any) -> str:
    """The code of the one top-level error that an operation must give."""
    result = await SCHEMA.execute(document, variables, context(viewer))
    assert result.errors is not None
    (error,) = result.errors
    assert error.extensions
    return str(error.extensions["code"])
