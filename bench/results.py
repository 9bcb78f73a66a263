"""What was measured, kept as JSON by section, so that one section can be measured anew and the page written again."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from bench.places import RESULTS

T = TypeVar("T")


@dataclass
class Results:
    """Sections by name: lists of records, with the form, the time and the machine's load they were measured in."""

    sections: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    when: dict[str, str] = field(default_factory=dict)
    machine: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, form: str, records: Sequence[Any]) -> None:
        self.sections[name] = [asdict(record) for record in records]
        self.forms[name] = form
        self.when[name] = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load {os.getloadavg()[0]:.1f}"

    def get(self, name: str, type_: type[T]) -> list[T]:
        """Records of an older shape count as not measured."""
        try:
            return [type_(**record) for record in self.sections.get(name, [])]
        except TypeError:
            return []

    def save(self) -> None:
        RESULTS.parent.mkdir(parents=True, exist_ok=True)
        RESULTS.write_text(json.dumps(asdict(self), indent=1))


def earlier() -> Results:
    return Results(**json.loads(RESULTS.read_text())) if RESULTS.exists() else Results()
