"""The operations that the web app sends, read from its sources as its code generator reads them."""

import re
from functools import cache

from graphql import (
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from tests.walk import ROOT

SOURCES = ROOT / "web" / "src"
TAGGED = re.compile(r"graphql\(/\* GraphQL \*/ `(.*?)`\)", re.DOTALL)


@cache
def web_documents() -> dict[str, str]:
    """Each operation by its name, with the fragments that it needs."""
    operations: dict[str, OperationDefinitionNode] = {}
    fragments: dict[str, FragmentDefinitionNode] = {}
    for file in sorted([*SOURCES.rglob("*.ts"), *SOURCES.rglob("*.tsx")]):
        if "gql" in file.relative_to(SOURCES).parts:
            continue
        for text in TAGGED.findall(file.read_text(encoding="utf-8")):
            for node in parse(text).definitions:
                if isinstance(node, OperationDefinitionNode) and node.name:
                    operations[node.name.value] = node
                elif isinstance(node, FragmentDefinitionNode):
                    fragments[node.name.value] = node
    return {name: _whole(node, fragments) for name, node in operations.items()}


def _whole(node: OperationDefinitionNode, fragments: dict[str, FragmentDefinitionNode]) -> str:
    needed: dict[str, None] = {}
    waiting = _spreads(node)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = None
            waiting += _spreads(fragments[name])
    return "\n".join([print_ast(node), *(print_ast(fragments[name]) for name in needed)])


def _spreads(node: Node) -> list[str]:
    found: list[str] = []

    class Names(Visitor):
        def enter_fragment_spread(self, spread: FragmentSpreadNode, *_: object) -> None:
            found.append(spread.name.value)

    visit(node, Names())
    return found
