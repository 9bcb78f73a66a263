"""docs/workflows.md, made from the workflow tables themselves."""

import importlib
import pkgutil
from typing import Any

import models
from models.kernel.workflow import Move, Workflow

HEAD = """# Workflows

Made from the tables in `models/*/workflow.py` by `./dev schema`; do not edit. `(any)` marks a move that keeps the state,
`~` a move without a mutation: done by the clock, or a consequence of another machine.
"""


def workflow_page() -> str:
    """All machines, sorted by name: a diagram and the table of moves each."""
    return "\n".join([HEAD, *(_section(workflow) for _, workflow in sorted(workflows().items()))])


def workflows() -> dict[str, Workflow[Any]]:
    """Every workflow table of the domain, by name."""
    found: dict[str, Workflow[Any]] = {}
    for info in pkgutil.walk_packages(models.__path__, "models."):
        if info.name.endswith(".workflow") and info.name != "models.kernel.workflow":
            values = vars(importlib.import_module(info.name)).values()
            found |= {value.name: value for value in values if isinstance(value, Workflow)}
    return found


def _section(workflow: Workflow[Any]) -> str:
    lines = [
        f"## {workflow.title} `{workflow.name}`",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(f"    {state}: {word} {state}" for state, word in workflow.words.items()),
        *(f"    {line}" for move in workflow.moves for line in _arrows(move)),
        *(f"    {state} --> [*]" for state in workflow.states if state in workflow.ends),
        "```",
        "",
        "| action | from | to | who | records |",
        "|---|---|---|---|---|",
        *(_row(move) for move in workflow.moves),
        "",
    ]
    return "\n".join(lines)


def _arrows(move: Move[Any]) -> list[str]:
    starts = sorted(move.start) or ["[*]"]
    if move.keeps:
        return [f"{start} --> {start}: {move.label}" for start in starts]
    return [f"{start} --> {to}: {move.label}" for start in starts for to in sorted(move.to)]


def _row(move: Move[Any]) -> str:
    return (
        f"| `{move.action}` {move.label} | {_words(move.start) or '(new)'} | {_words(move.to) or '(any)'} "
        f"| {_words(move.who)} | {', '.join(event.__name__ for event in move.records)} |"
    )


def _words(names: Any) -> str:
    return ", ".join(sorted(str(name) for name in names))
