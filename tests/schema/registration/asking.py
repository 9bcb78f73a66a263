"""A schema over all areas that registration needs, and how tests ask it."""

from typing import Any

import strawberry
from strawberry.tools import merge_types

from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.examinations import NoRecords, RecordsDesk
from models.registration.signer import Signer
from schema import (
    agencies,
    authorities,
    batches,
    deliveries,
    files,
    notices,
    people,
    registration,
    transfers,
)
from schema.common.context import Context
from schema.common.interfaces import Node
from schema.plans.build import PlannedSchema
from schema.plans.declare import by_node_id
from schema.registration import Verifier
from tests.registration_story import SIGNER, signed


@strawberry.type
class NodeQuery:
    node: Node | None = by_node_id()


class _Root:
    Query = NodeQuery


AREAS = (_Root, people, authorities, agencies, files, registration, batches, deliveries, notices, transfers)


def _merged(name: str) -> type:
    return merge_types(name, tuple(getattr(area, name) for area in AREAS if hasattr(area, name)))


SCHEMA = PlannedSchema(_merged("Query"), _merged("Mutation"), types=agencies.TYPES)


def context(viewer: Viewer = PUBLIC_VIEWER) -> Context:
    return Context(
        viewer=viewer,
        cursors=Cursors(b"secret of the tests", epoch=1, horizon=START),
        services={Signer: SIGNER, Verifier: Verifier(signed), RecordsDesk: RecordsDesk(NoRecords())},
    )


async def ask(viewer: Viewer, document: str, **variables: Any) -> dict[str, Any]:
    """The data of an operation that must not fail."""
    result = await SCHEMA.execute(document, variables, context(viewer))
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


async def do(viewer: Viewer, name: str, fields: str, **given: Any) -> dict[str, Any]:
    """A mutation's payload: the fields asked for, `userErrors` with code, message and path, and `cursor`."""
    kind = f"{name[0].upper()}{name[1:]}Input!"
    errors = "userErrors { code message path }"
    document = f"mutation ($input: {kind}) {{ {name}(input: $input) {{ {fields} {errors} cursor }} }}"
    payload: dict[str, Any] = (await ask(viewer, document, input=given))[name]
    return payload
