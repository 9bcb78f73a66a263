"""Frames of a subscription that runs by itself: graphql-core reads its source, plans show what comes from there."""

from typing import Any

from graphql import ExecutionResult, OperationType
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.utils.await_maybe import await_maybe

from schema.plans.answering import run_of_frame
from schema.plans.arguments import Bound
from schema.plans.documents import Documents
from schema.plans.troubles import Unplanned
from schema.plans.variants import Operation
from schema.plans.ways import Note, Way


def show_by_plan(documents: Documents, note: Note) -> None:
    """Let the schema of these documents show the events of its subscriptions by plan, where there is one."""
    found = type("EventsByPlan", (_EventsByPlan,), {"documents": documents, "note": staticmethod(note)})
    documents.schema.execution_context_class = found


class _EventsByPlan(StrawberryGraphQLCoreExecutionContext):
    """graphql-core makes one of it for each event, whose `root_value` is what the source gave."""

    documents: Documents
    note: Note

    def execute_operation(self, serially: bool | None = None) -> Any:
        if self.operation.operation is OperationType.SUBSCRIPTION:
            return self._event(serially)
        return super().execute_operation(serially)

    async def _event(self, serially: bool | None) -> Any:
        try:
            data = await self._by_plan()
        except Unplanned:
            self.note(Way.CORE)
        except Exception:
            # Whatever it is: nothing has been written, and graphql-core makes the errors.
            self.note(Way.FALLBACK)
        else:
            self.note(Way.PLAN)
            return ExecutionResult(data, None)
        return await await_maybe(super().execute_operation(serially))

    async def _by_plan(self) -> Any:
        operation = self._operation()
        if operation is None:
            raise Unplanned("its text is not known")
        bound = Bound(self.documents.schema, self.variable_values, {}, {})
        return await run_of_frame(operation, bound, self.context_value, self.root_value).answer()

    def _operation(self) -> Operation | None:
        place, name = self.operation.loc, self.operation.name
        document = self.documents.find(place.source.body) if place else None
        return document.operation(name.value if name else None) if document else None
