"""How large an operation is, before it runs: depth, fields with their page sizes, aliases, sensitive root fields.

Each fragment is measured once, so that fragments which spread each other twice cannot make measuring itself slow.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

INTROSPECTION = {"__schema", "__type"}
LARGEST_PAGE = 100
UNCOUNTED = 10**9
"""More than this is not counted exactly: fragments can double a number past what JSON holds."""


@dataclass(frozen=True, slots=True)
class Size:
    """`cost` counts every field once per object it may be answered for."""

    depth: int = 0
    cost: int = 0
    aliases: int = 0

    def beside(self, other: "Size") -> "Size":
        return Size(
            max(self.depth, other.depth),
            min(self.cost + other.cost, UNCOUNTED),
            min(self.aliases + other.aliases, UNCOUNTED),
        )


class Measure:
    """Measures one operation of a document that is known to be valid (its fragments make no cycle)."""

    def __init__(
        self, document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ):
        self._fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self._variables = variables
        self._known: dict[str, Size] = {}
        self.sized_by: set[str] = set()
        """Variables that page sizes, and so the cost, depend on."""
        self.introspects = False
        self.size = self._of(operation.selection_set)
        self.root_fields = [node.name.value for node in self._fields(operation.selection_set)]

    def _of(self, selections: SelectionSetNode | None) -> Size:
        size = Size()
        for node in selections.selections if selections else ():
            size = size.beside(self._of_node(node))
        return size

    def _of_node(self, node: object) -> Size:
        match node:
            case FieldNode():
                return self._of_field(node)
            case FragmentSpreadNode():
                return self._of_fragment(node.name.value)
            case InlineFragmentNode():
                return self._of(node.selection_set)
        return Size()

    def _of_field(self, node: FieldNode) -> Size:
        self.introspects = self.introspects or node.name.value in INTROSPECTION
        inner = self._of(node.selection_set)
        return Size(
            depth=1 + inner.depth,
            cost=min(1 + self._page(node) * inner.cost, UNCOUNTED),
            aliases=inner.aliases + (1 if node.alias else 0),
        )

    def _of_fragment(self, name: str) -> Size:
        if name not in self._known:
            self._known[name] = self._of(self._fragments[name].selection_set)
        return self._known[name]

    def _page(self, node: FieldNode) -> int:
        for argument in node.arguments or ():
            if argument.name.value == "first":
                return min(max(self._number(argument.value), 1), LARGEST_PAGE)
        return 1

    def _number(self, value: object) -> int:
        if isinstance(value, VariableNode):
            self.sized_by.add(value.name.value)
            given = self._variables.get(value.name.value)
            return given if isinstance(given, int) else 1
        return int(value.value) if isinstance(value, IntValueNode) else 1

    def _fields(self, selections: SelectionSetNode, seen: frozenset[str] = frozenset()) -> list[FieldNode]:
        """Fields of one level; a fragment that is spread again on the same level adds nothing."""
        found: list[FieldNode] = []
        for node in selections.selections:
            if isinstance(node, FieldNode):
                found.append(node)
            elif isinstance(node, InlineFragmentNode):
                found += self._fields(node.selection_set, seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen |= {node.name.value}
                found += self._fields(self._fragments[node.name.value].selection_set, seen)
        return found
