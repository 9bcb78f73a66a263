"""What must hold between the areas: every event has its name in the graph, no profession is named outside its file."""

import re

from models.kernel.events import EVENTS
from schema.common.event_names import EventName
from tests.walk import ROOT, modules, source_files

NAME = re.compile(r"""Profession\.[A-Z_]+_ENGINEER|["'][A-Z_]+_ENGINEER["']""")
NAMED = {"models/authorities/kinds.py", "models/professions", "schema/authorities/enums.py"}


def test_every_event_of_the_models_has_its_name_in_the_graph() -> None:
    areas = {module.__name__ for module in modules("models")}
    own = {name for name, event in EVENTS.items() if event.__module__ in areas}
    assert own <= set(EventName.__members__)


def test_nothing_outside_a_professions_file_tests_for_it_by_name() -> None:
    named = [
        path.relative_to(ROOT).as_posix()
        for package in ("models", "schema", "subscriptions", "printing")
        for path in source_files(package)
        if NAME.search(path.read_text(encoding="utf-8"))
    ]
    assert [path for path in named if not path.startswith(tuple(NAMED))] == []
