"""Answering a query by its plan, or saying that graphql-core has to."""

from collections.abc import Mapping
from typing import Any

import structlog

from schema.common.context import Context, begin_operation
from schema.plans.arguments import Bound
from schema.plans.once import hand_over
from schema.plans.resolving import resolved
from schema.plans.run import Run
from schema.plans.troubles import Unexpected, Unplanned
from schema.plans.variants import Operation

log = structlog.get_logger("plans")


async def answered(operation: Operation, variables: Mapping[str, Any] | None, context: Context) -> Any:
    """The data of a query, in JSON's types.

    :raises Unplanned: there is no plan for it. :raises Unexpected: the plan met what it has no answer for.
    """
    try:
        bound = operation.binder.bind(variables or {})
        plan = operation.plan(bound.values, context.viewer)
        begin_operation()
        return await Run(plan, context, bound).answer()
    except (Unplanned, Unexpected):
        raise
    except Exception as error:
        # Whatever it is: nothing has been written, and graphql-core makes the errors.
        log.debug("fallback", error=type(error).__name__)  # its text may hold what rows hold
        raise Unexpected(repr(error)) from error


async def stepped(operation: Operation, variables: Mapping[str, Any] | None, context: Context) -> Any:
    """The data of a mutation: its step is run, then what it gave is shown by plan.

    :raises Unplanned: there is no plan for it, and no step has run. Several steps are graphql-core's: an error in
        one of them decides whether the next one runs.
    :raises Unexpected: no step has run; or it has, and graphql-core is ready to show what it gave.
    """
    try:
        bound = operation.binder.bind(variables or {})
    except Exception as error:
        raise Unexpected(repr(error)) from error
    plan = operation.plan(bound.values, context.viewer)
    if len(plan.roots) != 1:
        raise Unplanned("several steps")
    ((key, root),) = plan.roots.items()
    begin_operation()
    outcome: Any
    try:
        outcome = await resolved(plan, root, context, bound)
    except Exception as error:
        outcome = error
    try:
        return await shown(operation, variables, context, {key: outcome})
    except (Unplanned, Unexpected):
        hand_over({key: outcome})
        raise


async def shown(
    operation: Operation, variables: Mapping[str, Any] | None, context: Context, given: Mapping[str, Any]
) -> Any:
    """The data of a mutation, of what its root fields gave, by response key.

    :raises Unplanned: there is no plan for it. :raises Unexpected: the plan met what it has no answer for.
    """
    try:
        for outcome in given.values():
            if isinstance(outcome, Exception):
                raise outcome
        bound = operation.binder.bind(variables or {})
        # With the rights of now: signing in makes another viewer of whoever asked.
        plan = operation.plan(bound.values, context.viewer)
        return await Run(plan, context, bound, given).answer()
    except (Unplanned, Unexpected):
        raise
    except Exception as error:
        log.debug("fallback", error=type(error).__name__)  # its text may hold what rows hold
        raise Unexpected(repr(error)) from error


def run_of_frame(operation: Operation, bound: Bound, context: Context, frame: object) -> Run:
    """What shows one frame of a subscription. :raises Unplanned: there is no plan for it."""
    plan = operation.plan(bound.values, context.viewer)
    if len(plan.roots) != 1:
        raise Unplanned("no single root field")
    return Run(plan, context, bound, dict.fromkeys(plan.roots, frame))
