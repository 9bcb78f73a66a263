"""What is shown of imports and exports."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.transfers.kinds import (
    EXPORT_WORDS,
    IMPORT_WORDS,
    ExportKind,
    ExportState,
    ImportKind,
    ImportState,
    RowOutcome,
)
from models.transfers.workflow import EXPORT, IMPORT


@dataclass(frozen=True, slots=True)
class BadCellShown:
    """One wrong value of a row."""

    column: str
    received: str
    wanted: str


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """How many rows of an import are new, changed and so on."""

    outcome: RowOutcome
    count: int


def wrong_cells(wrong: list[dict[str, str]]) -> list[BadCellShown]:
    return [BadCellShown(**one) for one in wrong]


def outcomes(outcomes: Mapping[str, int]) -> list[OutcomeShown]:
    """In one order, without what there is none of."""
    return [OutcomeShown(one, outcomes[one]) for one in RowOutcome if outcomes.get(one)]


def import_title(kind: ImportKind, name: str) -> str:
    return f"导入{IMPORT_WORDS[kind]}：{name}"


def import_status(state: ImportState) -> str:
    return IMPORT.words[state]


def import_progress(state: ImportState, looked_at: int, row_count: int | None) -> float:
    """Of looking through; the writing is one piece."""
    if state is not ImportState.CHECKING:
        return 1.0
    return looked_at / row_count if row_count else 0.0


def export_title(kind: ExportKind) -> str:
    return f"导出{EXPORT_WORDS[kind]}"


def export_status(state: ExportState) -> str:
    return EXPORT.words[state]
