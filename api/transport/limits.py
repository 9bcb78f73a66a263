"""Limits of one operation, checked after validation and before anything runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, get_operation_ast
from strawberry.extensions import SchemaExtension

from api.transport.measure import Measure
from models.kernel.errors import Fault, Forbidden, TooCostly
from models.kernel.viewer import Viewer

TOKENS = 2000
DEPTH = 15
ALIASES = 30
COST = 10_000
ANONYMOUS_COST = 2_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one schema allows: its sensitive root fields, and whether strangers may introspect."""

    sensitive: frozenset[str]
    open_introspection: bool

    def refusal(self, measure: Measure, viewer: Viewer) -> Fault | None:
        """Why an operation is not run for this viewer; None when it is."""
        if measure.introspects and not (viewer.signed_in or self.open_introspection):
            return Forbidden("未登录不能查询接口定义，请使用随发布提供的 schema.graphql")
        return self._too_large(measure, limit_of(viewer))

    def _too_large(self, measure: Measure, limit: int) -> Fault | None:
        size = measure.size
        sensitive = sum(name in self.sensitive for name in measure.root_fields)
        for what, found, most in (
            ("查询层数", size.depth, DEPTH),
            ("别名数", size.aliases, ALIASES),
            ("复杂度", size.cost, COST if measure.introspects else limit),
            ("一次请求中的敏感操作数", sensitive, 1),
        ):
            if found > most:
                return TooCostly(f"请求超出了限额：{what}为 {found}，至多 {most}，请缩小范围")
        return None


def limit_of(viewer: Viewer) -> int:
    """How much one operation of this viewer may cost."""
    return COST if viewer.signed_in else ANONYMOUS_COST


class Limits(SchemaExtension):
    """Refuses what is too large, introspection by strangers, and several sensitive fields at once."""

    bounds = Bounds(frozenset(), open_introspection=False)
    cost: dict[str, int] | None = None

    def on_operation(self) -> Iterator[None]:
        self.execution_context.parse_options["max_tokens"] = TOKENS
        yield

    def on_validate(self) -> Iterator[None]:
        if not self.execution_context.pre_execution_errors:
            fault = self._refusal()
            if fault:
                self.execution_context.pre_execution_errors = [
                    GraphQLError(fault.message, original_error=fault)
                ]
        yield

    def get_results(self) -> dict[str, Any]:
        return {"cost": self.cost} if self.cost else {}

    def _refusal(self) -> Fault | None:
        context = self.execution_context
        assert context.graphql_document
        operation = get_operation_ast(context.graphql_document, context.operation_name)
        assert isinstance(operation, OperationDefinitionNode)
        measure = Measure(context.graphql_document, operation, context.variables or {})
        viewer = context.context.viewer
        self.cost = {"requested": measure.size.cost, "limit": limit_of(viewer)}
        return self.bounds.refusal(measure, viewer)


def limits(bounds: Bounds) -> type[Limits]:
    """The extension for one schema."""
    return type("SchemaLimits", (Limits,), {"bounds": bounds})
