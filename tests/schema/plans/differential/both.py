"""One document both ways: by plan and by graphql-core, over the whole schema, in this process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

import orjson
from graphql import DocumentNode, ExecutionResult, execute, parse

from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.viewer import Viewer
from models.people.examinations import NoRecords, RecordsDesk
from models.registration.signer import Signer
from schema.authorities import Site
from schema.common.context import Context, begin_operation
from schema.plans.answering import answered
from schema.plans.build import PlannedSchema
from schema.plans.troubles import Unexpected, Unplanned
from schema.plans.variants import Operation
from schema.registration import Verifier
from schema.root import build_schema
from subscriptions.presence import Presence
from tests.registration_story import SIGNER, signed

SCHEMA: PlannedSchema = build_schema()
SECRET = b"secret of the tests"
ADDRESSES = (f"2001:db8::{number:x}" for number in count())
"""One for each run: look-ups are bounded by address."""


@dataclass
class Counted:
    """How documents went, and what went wrong."""

    planned: int = 0
    unplanned: dict[str, int] = field(default_factory=dict)
    fallbacks: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def runs(self) -> int:
        return self.planned + self.fallbacks + sum(self.unplanned.values())


def context(viewer: Viewer) -> Context:
    return Context(
        viewer=viewer,
        address=next(ADDRESSES),
        cursors=Cursors(SECRET, epoch=1, horizon=START),
        services={
            Site: Site("https://example.cn", demonstration=True),
            Signer: SIGNER,
            Verifier: Verifier(signed),
            RecordsDesk: RecordsDesk(NoRecords()),
            Presence: Presence(),
        },
    )


async def by_core(document: DocumentNode, variables: Mapping[str, Any], viewer: Viewer) -> ExecutionResult:
    """graphql-core's way, without parsing and validating once more."""
    begin_operation()
    result = execute(SCHEMA.core, document, variable_values=dict(variables), context_value=context(viewer))
    return result if isinstance(result, ExecutionResult) else await result


@dataclass(frozen=True)
class Both:
    """A document that is asked both ways; `counted` gathers what happens."""

    text: str
    counted: Counted

    @cached_property
    def document(self) -> DocumentNode:
        return parse(self.text)

    @cached_property
    def operation(self) -> Operation:
        return Operation(SCHEMA, self.document, None)


async def compare(both: Both, variables: Mapping[str, Any], viewer: Viewer) -> Any:
    """Run both ways and note any difference; gives graphql-core's data."""
    counted = both.counted
    try:
        planned: bytes | None = orjson.dumps(await answered(both.operation, variables, context(viewer)))
        trouble = ""
    except Unplanned as error:
        planned, trouble = None, str(error)
        counted.unplanned[trouble] = counted.unplanned.get(trouble, 0) + 1
    except Unexpected as error:
        planned, trouble = None, repr(error)
        counted.fallbacks += 1
    result = await by_core(both.document, variables, viewer)
    told = f"{viewer}\n{dict(variables)}\n{both.text}"
    if planned is None:
        if not result.errors:
            counted.wrong.append(f"needlessly not by plan: {trouble}\n{told}")
        return result.data
    counted.planned += 1
    wanted = orjson.dumps(result.data, default=str)
    if result.errors or planned != wanted:
        counted.wrong.append(f"different\n{told}\n{result.errors}\n{planned.decode()}\n{wanted.decode()}")
    return result.data
