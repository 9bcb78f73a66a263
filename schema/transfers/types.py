"""Imports with their previews, and exports, in the graph."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.kernel.viewer import Viewer
from models.kernel.workflow import Available
from models.transfers import reads, shown
from models.transfers.kinds import (
    EXPORT_WORDS,
    FORMAT_WORDS,
    IMPORT_WORDS,
    OUTCOME_WORDS,
    ExportFormat,
    ExportKind,
    ExportState,
    ImportKind,
    ImportState,
    RowOutcome,
)
from models.transfers.tables import Export as ExportRow
from models.transfers.tables import Import as ImportTable
from models.transfers.tables import ImportRow as RowTable
from models.transfers.workflow import EXPORT, IMPORT, import_actions
from schema.common.enums import expose
from schema.common.findings import AvailableAction, actions
from schema.common.interfaces import Subject
from schema.common.stateless import no_actions
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, loaded, one, where

if TYPE_CHECKING:
    from schema.files import File

expose(ImportKind, IMPORT_WORDS)
expose(ImportState, IMPORT.words)
expose(RowOutcome, OUTCOME_WORDS)
expose(ExportKind, EXPORT_WORDS)
expose(ExportState, EXPORT.words)
expose(ExportFormat, FORMAT_WORDS)


async def actions_of(viewer: Viewer, rows: Sequence[ImportTable]) -> list[list[AvailableAction]]:
    found: list[list[Available]] = [import_actions(viewer, row.account_id, row.state) for row in rows]
    return [actions(one) for one in found]


@strawberry.type(description="一处错误：哪一列、收到什么、须为什么")
class BadCell:
    """Carries a dictionary's values as `models.transfers.shown.BadCellShown`."""

    received: str = column(description="收到的内容，证件号码已遮盖")
    wanted: str = column(description="须为")
    column: str = column(description="列名")


@strawberry.type(description="导入后的一种结果与行数")
class OutcomeCount:
    """Carries a `models.transfers.shown.OutcomeShown`."""

    outcome: RowOutcome = column(description="结果")
    count: int = column(description="行数")


@strawberry.input(description="预览筛选")
class ImportRowFilter:
    with_errors: bool | None = where("faulty", description="只看有错的（false 为只看无错的）")


@rows(RowTable, visible=reads.rows_visible_to, description="导入预览中的一行")
class ImportRow:
    number: int = column(description="文件中的行号，表头为第 1 行")
    cells: list[str] = column(description="各列内容，证件号码、手机号已遮盖")
    outcome: RowOutcome | None = column(description="导入后会怎样；有错的行为空")
    wrong: list[BadCell] = computed(shown.wrong_cells, description="错误")


@rows(ImportTable, visible=reads.visible_to, prefix=ImportTable.prefix, description="导入")
class Import(Subject):
    title: str = computed(shown.import_title)
    status: str | None = computed(shown.import_status)
    available_actions: list[AvailableAction] = loaded(actions_of)
    kind: ImportKind = column(description="种类")
    state: ImportState = column(description="状态")
    name: str = column(description="文件名")
    headings: list[str] = column(description="预览的列名")
    row_count: int | None = column(description="行数，读完文件后有")
    looked_at: int = column(description="已检查的行数")
    faulty: int = column(description="有错的行数")
    outcomes: list[OutcomeCount] = computed(shown.outcomes, description="各种结果的行数")
    progress: float = computed(shown.import_progress, description="检查进度，0 到 1")
    leave_out: bool = column(description="是否略去有错的行")
    reason: str | None = column(description="没有导入的原因")
    ended_at: datetime | None = column(description="何时结束")
    rows: Connection[ImportRow] = connection(
        "job", filter=ImportRowFilter, order=("number", "id"), description="预览"
    )


@rows(ExportRow, visible=reads.visible_to, prefix=ExportRow.prefix, description="导出")
class Export(Subject):
    title: str = computed(shown.export_title)
    status: str | None = computed(shown.export_status)
    available_actions: list[AvailableAction] = computed(no_actions)
    kind: ExportKind = column(description="种类")
    format: ExportFormat = column(description="格式")
    state: ExportState = column(description="状态")
    row_count: int | None = column(description="行数")
    reason: str | None = column(description="没有导出的原因")
    expires_at: datetime | None = column(description="何时删除")
    file: Annotated["File", strawberry.lazy("schema.files")] | None = one(description="文件")
