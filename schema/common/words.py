"""Texts of operations, parsed once, and which of their variables only say where a subscription begins."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    get_operation_ast,
    parse,
    visit,
)

BEGINNING = "after"
KEPT_TEXTS = 256


@lru_cache(maxsize=KEPT_TEXTS)
def document_of(text: str) -> DocumentNode:
    """A text that was found valid before."""
    return parse(text)


def shared_variables(text: str, operation_name: str | None, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The variables without one that is used for the root field's `after` and nowhere else: subscribers who
    differ in it ask the same."""
    beginning = _only_begins(text, operation_name)
    return {name: value for name, value in variables.items() if name != beginning}


@lru_cache(maxsize=KEPT_TEXTS)
def _only_begins(text: str, operation_name: str | None) -> str | None:
    document = document_of(text)
    operation = get_operation_ast(document, operation_name)
    beginning = _beginning(operation) if operation else None
    return None if beginning is None or _uses(document, beginning) > 1 else beginning


def _beginning(operation: OperationDefinitionNode) -> str | None:
    for root in operation.selection_set.selections:
        if isinstance(root, FieldNode):
            for argument in root.arguments or ():
                if argument.name.value == BEGINNING and isinstance(argument.value, VariableNode):
                    return argument.value.name.value
    return None


def _uses(document: DocumentNode, name: str) -> int:
    counting = _Counting(name)
    visit(document, counting)
    return counting.found - 1  # its definition is none


class _Counting(Visitor):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.found = 0

    def enter_variable(self, node: VariableNode, *_: Any) -> None:
        self.found += node.name.value == self.name
