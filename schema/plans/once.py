"""A step runs once: graphql-core shows what it gave, where a plan could not, without running it again."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from graphql import GraphQLObjectType, GraphQLResolveInfo

_ready: ContextVar[dict[str, Any] | None] = ContextVar("ready", default=None)


def hand_over(outcomes: dict[str, Any]) -> None:
    """What steps gave, or the exceptions they raised, by response key: graphql-core shows them instead of
    running the steps a second time. For this task, and once.
    """
    _ready.set(outcomes)


def take_over(type_: GraphQLObjectType | None) -> None:
    """Let the root fields of mutations look first whether their step has run already."""
    for definition in type_.fields.values() if type_ else ():
        definition.resolve = _once(definition.resolve)


def _once(resolve: Callable[..., Any] | None) -> Callable[..., Any]:
    assert resolve

    def resolve_once(parent: Any, info: "GraphQLResolveInfo[Any]", **arguments: Any) -> Any:
        outcomes = _ready.get()
        if outcomes is None or info.path.key not in outcomes:
            return resolve(parent, info, **arguments)
        outcome = outcomes.pop(str(info.path.key))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return resolve_once
