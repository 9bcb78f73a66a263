"""What holds everywhere: forgetting it fails here, not in production."""

import ast
import re
from collections import Counter
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from models.kernel.events import EVENTS
from models.kernel.rows import Row
from models.kernel.unit import Step
from tests.walk import ROOT, modules, source_files, syntax, workflows

LONGEST_FILE = 300
TRANSACTION_WORDS = {"in_transaction", "atomic", "get_or_create", "update_or_create"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _names(path: Path) -> set[str]:
    tree = syntax(path)
    imported = {alias.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for alias in n.names}
    return imported | {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}


@pytest.mark.parametrize("path", list(source_files()), ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_unit_of_work_opens_transactions(path: Path) -> None:
    if path == ROOT / "models/kernel/unit.py":
        return
    assert not _names(path) & TRANSACTION_WORDS


@pytest.mark.parametrize("path", list(source_files("models")), ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_workflow_table_writes_a_state(path: Path) -> None:
    written = [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr == "state"
    ]
    assert not written


@pytest.mark.parametrize("path", list(source_files()), ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_prefixes_name_one_type_each() -> None:
    for _ in modules("models"):
        pass
    prefixes = Counter(row.prefix for row in _subclasses(Row))
    assert [prefix for prefix, count in prefixes.items() if count > 1 or len(prefix) != 3] == []


def test_every_event_has_a_chinese_sentence_made_of_its_facts() -> None:
    for _ in modules("models"):
        pass
    for name, event in EVENTS.items():
        sentence = (event.__doc__ or "").split("\n")[0]
        assert CHINESE.search(sentence), f"{name} has no Chinese sentence"
        named = {part for _, part, _, _ in Formatter().parse(sentence) if part}
        assert named <= {field.name for field in fields(event)}, f"{name} names facts it does not have"


def test_every_state_has_words_and_can_be_reached() -> None:
    for name, workflow in workflows().items():
        states = set(workflow.states.__members__.values())
        assert set(workflow.words) == states, f"{name}: a state without a word"
        entered = {state for move in workflow.moves for state in move.to}
        assert entered == states, f"{name}: {states - entered} cannot be reached"


def test_every_move_has_a_step_a_label_and_a_known_event() -> None:
    steps = {
        step.body.__name__: step
        for module in modules("models")
        for step in vars(module).values()
        if isinstance(step, Step)
    }
    for name, workflow in workflows().items():
        for move in workflow.moves:
            assert CHINESE.search(move.label), f"{name}.{move.action} has no label"
            if not move.action.startswith("~"):
                assert move.action in steps, f"{name}.{move.action} has no step"
            assert all(event.name() in EVENTS for event in move.records)


def _subclasses(cls: type[Row]) -> list[type[Row]]:
    return [found for child in cls.__subclasses__() for found in (child, *_subclasses(child))]
