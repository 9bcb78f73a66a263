"""Queries and mutations over HTTP answered by their plans, without the library's view. Whatever is unusual is left to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import orjson
from starlette.requests import Request

from api.metrics import OPERATIONS, PLANS
from api.transport.limits import Bounds, limit_of
from api.transport.measure import Measure
from api.transport.persisted import text_of
from models.kernel.viewer import Viewer
from schema.common.context import Context
from schema.plans.answering import answered, stepped
from schema.plans.documents import Document, Documents
from schema.plans.troubles import Unexpected, Unplanned
from schema.plans.variants import Operation
from schema.plans.ways import Way

LONGEST_QUERY = 64 * 1024
MOST_SIZES = 128
ESCAPED_NUL = b"\\u0000"
"""No text may hold it; graphql-core's way says where it stands."""


@dataclass
class Planned:
    """Answers what it has a plan for. `shows_way`: says in the answer how it was run."""

    documents: Documents
    bounds: Bounds
    shows_way: bool
    _sizes: "WeakKeyDictionary[Operation, Sizes]" = field(default_factory=WeakKeyDictionary)

    async def answer(self, body: bytes, request: Request, context: Context) -> bytes | None:
        """The whole answer; None when graphql-core has to give it. `request.state.way` says which."""
        request.state.way = Way.CORE
        asked = None if ESCAPED_NUL in body else _asked(body, self.documents)
        if asked is None:
            return None
        text, variables, name = asked
        document = self.documents.find(text)
        operation = document.operation(name) if document else None
        if document is None or operation is None or not (operation.is_query or operation.is_mutation):
            return None
        cost = self._cost(document, operation, variables, context.viewer)
        if cost is None:
            return None
        try:
            run = answered if operation.is_query else stepped
            data = await run(operation, variables, context)
        except Unplanned:
            return None
        except Unexpected:
            request.state.way = Way.FALLBACK
            return None
        request.state.way = Way.PLAN
        PLANS.labels(Way.PLAN).inc()
        OPERATIONS.labels("ok").inc()
        extensions: dict[str, Any] = {"cost": cost}
        if self.shows_way:
            extensions["plan"] = Way.PLAN
        return orjson.dumps({"data": data, "extensions": extensions})

    def _cost(
        self, document: Document, operation: Operation, variables: Mapping[str, Any], viewer: Viewer
    ) -> dict[str, int] | None:
        if operation not in self._sizes:
            self._sizes[operation] = Sizes(document, operation)
        measure = self._sizes[operation].measured(variables)
        if self.bounds.refusal(measure, viewer):
            return None
        return {"requested": measure.size.cost, "limit": limit_of(viewer)}


class Sizes:
    """How large an operation is, measured once for all requests with the same page sizes."""

    def __init__(self, document: Document, operation: Operation) -> None:
        self._document, self._operation = document, operation
        self._names = sorted(self._measure({}).sized_by)
        self._known: dict[tuple[int | None, ...], Measure] = {}

    def measured(self, variables: Mapping[str, Any]) -> Measure:
        given = (variables.get(name) for name in self._names)
        key = tuple(value if isinstance(value, int) else None for value in given)
        if key not in self._known:
            if len(self._known) >= MOST_SIZES:
                self._known.clear()
            self._known[key] = self._measure(variables)
        return self._known[key]

    def _measure(self, variables: Mapping[str, Any]) -> Measure:
        assert self._operation.node
        return Measure(self._document.node, self._operation.node, variables)


def _asked(body: bytes, documents: Documents) -> tuple[str, dict[str, Any], str | None] | None:
    """Query, variables and operation name of an ordinary request."""
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(data, dict):
        return None
    text, variables, name = data.get("query"), data.get("variables"), data.get("operationName")
    told = data.get("extensions")
    if not isinstance(text, str | None) or len(text or "") > LONGEST_QUERY:
        return None
    if not all(isinstance(one, dict | None) for one in (variables, told)) or not isinstance(name, str | None):
        return None
    text = text_of(documents, text, told)
    return (text, variables or {}, name or None) if text else None
