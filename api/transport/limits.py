"""Limits of one operation, checked after validation and before anything runs."""

from collections.abc import Iterator
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, get_operation_ast
from strawberry.extensions import SchemaExtension

from api.transport.measure import Measure
from models.kernel.errors import Fault, Forbidden, TooCostly

TOKENS = 2000
DEPTH = 15
ALIASES = 30
COST = 10_000
ANONYMOUS_COST = 2_000


class Limits(SchemaExtension):
    """Refuses what is too large, introspection by strangers, and several sensitive fields at once."""

    sensitive: frozenset[str] = frozenset()
    open_introspection = False
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
        signed_in = context.context.viewer.signed_in
        limit = COST if signed_in else ANONYMOUS_COST
        self.cost = {"requested": measure.size.cost, "limit": limit}
        if measure.introspects and not (signed_in or self.open_introspection):
            return Forbidden("未登录不能查询接口定义，请使用随发布提供的 schema.graphql")
        return self._too_large(measure, limit)

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


def limits(sensitive: frozenset[str], *, open_introspection: bool) -> type[Limits]:
    """The extension for one schema: the names of its sensitive root fields, and whether strangers may introspect."""
    return type("SchemaLimits", (Limits,), {"sensitive": sensitive, "open_introspection": open_introspection})
