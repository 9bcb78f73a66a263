"""Plain resolvers called as graphql-core calls them."""

from typing import Any

from graphql import GraphQLResolveInfo
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path, is_awaitable
from graphql.type.definition import GraphQLResolveInfoHelpers

from schema.common.context import Context
from schema.plans.arguments import Bound
from schema.plans.places import Root
from schema.plans.plan import Plan


async def resolved(plan: Plan, root: Root, context: Context, bound: Bound, parent: Any = None) -> Any:
    """What a field's resolver gives for an object."""
    definition, node, type_ = root
    variables = bound.coerced
    info = GraphQLResolveInfo(
        field_name=node.name.value,
        field_nodes=[node],
        return_type=definition.type,
        parent_type=type_,
        path=Path(None, node.name.value, type_.name),
        schema=plan.schema.core,
        fragments=plan.fragments,
        root_value=None,
        operation=plan.operation,
        variable_values=variables,
        context=context,
        is_awaitable=is_awaitable,
        abort_signal=None,
        async_helpers=_NO_HELPERS,
    )
    assert definition.resolve
    found = definition.resolve(parent, info, **get_argument_values(definition, node, variables))
    return await found if is_awaitable(found) else found


def _no_helpers(*_: Any) -> Any:
    raise NotImplementedError("no resolver of this service tracks work of its own")


_NO_HELPERS = GraphQLResolveInfoHelpers(_no_helpers, _no_helpers)
