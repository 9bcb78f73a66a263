"""Queries and mutations of every transport answered by their plans. Whatever is unusual is left to the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from api.transport.limits import Bounds, limit_of
from api.transport.measure import Measure
from models.kernel.viewer import Viewer
from schema.common.broadcast import Words
from schema.common.context import Context
from schema.common.documents import unsound
from schema.plans.answering import answered, stepped
from schema.plans.documents import Documents
from schema.plans.troubles import Unexpected, Unplanned
from schema.plans.variants import Operation
from schema.plans.ways import Way

MOST_SIZES = 128


@dataclass(frozen=True, slots=True)
class Outcome:
    """`body` is the whole answer; None when graphql-core has to give it."""

    way: Way
    body: dict[str, Any] | None = None


@dataclass
class Planned:
    """Answers what it has a plan for. `shows_way`: says in the answer how it was run."""

    documents: Documents
    bounds: Bounds
    shows_way: bool
    _sizes: "WeakKeyDictionary[Operation, Sizes]" = field(default_factory=WeakKeyDictionary)

    def operation(self, words: Words) -> Operation | None:
        """What the words mean; None where they are not valid or mean nothing single."""
        document = self.documents.find(words.text)
        return document.operation(words.operation_name) if document else None

    def is_live(self, words: Words, viewer: Viewer) -> bool:
        """A subscription that may begin."""
        operation = self.operation(words)
        return (
            operation is not None
            and operation.is_subscription
            and self._cost(operation, words.variables, viewer) is not None
        )

    async def run(self, words: Words, context: Context, *, may_change: bool = True) -> Outcome:
        """A query's or mutation's answer.

        :param may_change: no mutation is run otherwise, but left to graphql-core, which refuses it.
        """
        operation = self.operation(words)
        if operation is None or not (operation.is_query or (operation.is_mutation and may_change)):
            return Outcome(Way.CORE)
        cost = self._cost(operation, words.variables, context.viewer)
        if cost is None or unsound(words.variables):
            return Outcome(Way.CORE)
        try:
            run = answered if operation.is_query else stepped
            data = await run(operation, words.variables, context)
        except Unplanned:
            return Outcome(Way.CORE)
        except Unexpected:
            return Outcome(Way.FALLBACK)
        extensions: dict[str, Any] = {"cost": cost}
        if self.shows_way:
            extensions["plan"] = Way.PLAN
        return Outcome(Way.PLAN, {"data": data, "extensions": extensions})

    def _cost(
        self, operation: Operation, variables: Mapping[str, Any], viewer: Viewer
    ) -> dict[str, int] | None:
        if operation not in self._sizes:
            self._sizes[operation] = Sizes(operation)
        measure = self._sizes[operation].measured(variables)
        if self.bounds.refusal(measure, viewer):
            return None
        return {"requested": measure.size.cost, "limit": limit_of(viewer)}


class Sizes:
    """How large an operation is, measured once for all requests with the same page sizes."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
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
        return Measure(self._operation.document, self._operation.node, variables)
