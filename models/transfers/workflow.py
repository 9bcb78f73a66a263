"""The machines of imports and exports."""

from enum import StrEnum

from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available, Workflow, move
from models.transfers import events
from models.transfers.kinds import ExportState, ImportState


class TransferRelation(StrEnum):
    """What a viewer is to an import or export."""

    IMPORTER = "IMPORTER"
    """May import that kind (`rights`)."""
    OWNER = "OWNER"
    SIGNED_IN = "SIGNED_IN"
    CLOCK = "CLOCK"


_I, _E, _R = ImportState, ExportState, TransferRelation

IMPORT = Workflow(
    "import",
    "导入",
    ImportState,
    {
        _I.CHECKING: "检查中",
        _I.CHECKED: "待确认",
        _I.APPLYING: "导入中",
        _I.APPLIED: "已导入",
        _I.FAILED: "未导入",
        _I.DISCARDED: "已放弃",
    },
    (
        move("start_import", "导入", (), {_I.CHECKING}, {_R.IMPORTER}, events.ImportStarted),
        move("~look", "检查一部分", {_I.CHECKING}, (), {_R.CLOCK}, events.ImportProgressed),
        move("~checked", "检查完毕", {_I.CHECKING}, {_I.CHECKED}, {_R.CLOCK}, events.ImportChecked),
        move("apply_import", "确认导入", {_I.CHECKED}, {_I.APPLYING}, {_R.OWNER}, events.ImportConfirmed),
        move(
            "discard_import",
            "放弃",
            {_I.CHECKING, _I.CHECKED},
            {_I.DISCARDED},
            {_R.OWNER},
            events.ImportDiscarded,
        ),
        move("~apply", "写入", {_I.APPLYING}, {_I.APPLIED}, {_R.CLOCK}, events.ImportApplied),
        move("~fail", "没有导入", {_I.CHECKING, _I.APPLYING}, {_I.FAILED}, {_R.CLOCK}, events.ImportFailed),
        move("~forget", "久未确认", {_I.CHECKED}, {_I.DISCARDED}, {_R.CLOCK}, events.ImportDiscarded),
    ),
)

EXPORT = Workflow(
    "export",
    "导出",
    ExportState,
    {_E.QUEUED: "排队中", _E.READY: "可下载", _E.FAILED: "导出失败", _E.EXPIRED: "已过期"},
    (
        move("start_export", "导出", (), {_E.QUEUED}, {_R.SIGNED_IN}, events.ExportStarted),
        move("~ready", "完成", {_E.QUEUED}, {_E.READY}, {_R.CLOCK}, events.ExportReady),
        move("~fail", "没有导出", {_E.QUEUED}, {_E.FAILED}, {_R.CLOCK}, events.ExportFailed),
        move("~expire", "过期", {_E.READY}, {_E.EXPIRED}, {_R.CLOCK}, events.ExportExpired),
    ),
)


def import_actions(viewer: Viewer, account_id: int, state: ImportState) -> list[Available]:
    """What the viewer can do with an import now."""
    return IMPORT.available(state, relations_to_transfer(viewer, account_id))


def relations_to_transfer(viewer: Viewer, account_id: int) -> frozenset[TransferRelation]:
    """One's own; the clock is the program itself."""
    if viewer.kind is ViewerKind.SYSTEM:
        return frozenset({TransferRelation.CLOCK})
    own = viewer.account_id is not None and viewer.account_id == account_id
    return frozenset({TransferRelation.OWNER} if own else ())
