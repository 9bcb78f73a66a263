"""A document that is known: parsed and validated once, with a plan for each answer that changes its fields."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    get_operation_ast,
    visit,
)
from graphql.execution.values import VariableValues

from models.kernel.dialect import Dialect, dialect
from models.kernel.viewer import Viewer
from schema.plans.arguments import Binder
from schema.plans.build import PlannedSchema
from schema.plans.compile import Question
from schema.plans.plan import Plan, compiled
from schema.plans.troubles import Unplanned

MOST_VARIANTS = 16
"""Of one operation; a client that asks for more of them is answered by graphql-core."""

Allow = Callable[[Viewer], bool]


class Operation:
    """One operation of a known document."""

    def __init__(self, schema: PlannedSchema, document: DocumentNode, name: str | None) -> None:
        self.document = document
        self._schema = schema
        self.fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self.node = get_operation_ast(document, name)
        self._plans: dict[Any, Plan | Unplanned] = {}
        self._seen = _Seen(schema)
        if self.node:
            for one in (self.node, *self.fragments.values()):
                visit(one, self._seen)

    @property
    def is_query(self) -> bool:
        return isinstance(self.node, OperationDefinitionNode) and self.node.operation is OperationType.QUERY

    @property
    def is_mutation(self) -> bool:
        return isinstance(self.node, OperationDefinitionNode) and (
            self.node.operation is OperationType.MUTATION
        )

    @property
    def is_subscription(self) -> bool:
        return isinstance(self.node, OperationDefinitionNode) and (
            self.node.operation is OperationType.SUBSCRIPTION
        )

    @property
    def switches(self) -> Iterable[str]:
        """Variables that @include and @skip name."""
        return self._seen.switches

    @cached_property
    def binder(self) -> Binder:
        assert self.node
        return Binder(self._schema, self.document, self.node)

    def plan(self, variables: VariableValues, viewer: Viewer) -> Plan:
        """:raises Unplanned: there is none."""
        speech = dialect()
        answers = {allow: bool(allow(viewer)) for allow in self._seen.allows}
        key = (
            speech,
            *(variables.coerced.get(name) for name in self._seen.switches),
            *answers.values(),
        )
        if key not in self._plans:
            self._plans[key] = self._compiled(variables, answers, speech)
        plan = self._plans[key]
        if isinstance(plan, Unplanned):
            raise plan
        return plan

    def _compiled(
        self, variables: VariableValues, answers: dict[Allow, bool], speech: Dialect
    ) -> Plan | Unplanned:
        if len(self._plans) >= MOST_VARIANTS:
            raise Unplanned("too many variants")
        assert self.node
        try:
            return compiled(
                Question(self._schema, self.fragments, self.node, variables, answers.__getitem__, speech)
            )
        except Unplanned as unplanned:
            return unplanned


class _Seen(Visitor):
    """Which variables switch fields on and off, and which fields ask whether the viewer may read them.

    A field's name is enough for that: one that is called alike on another type only makes one more variant.
    """

    def __init__(self, schema: PlannedSchema) -> None:
        super().__init__()
        self.switches: dict[str, None] = {}
        self.allows: dict[Allow, None] = {}
        self._asking = schema.asking

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.switches[argument.value.name.value] = None

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        for allow in self._asking.get(node.name.value, ()):
            self.allows[allow] = None
