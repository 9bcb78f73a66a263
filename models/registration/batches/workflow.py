"""The machines of batches and their entries."""

from models.kernel.workflow import Workflow, move
from models.registration.batches import events
from models.registration.batches.kinds import BatchEntryState, BatchState
from models.registration.workflow import Relation

_B, _E = BatchState, BatchEntryState
_REVIEWER, _CLOCK, _SO = {Relation.STAGE_REVIEWER}, {Relation.CLOCK}, {Relation.CONSEQUENCE}

BATCH = Workflow(
    "batch",
    "批次",
    BatchState,
    {
        _B.OPEN: "收集中",
        _B.LOCKED: "已截止",
        _B.RUNNING: "处理中",
        _B.DONE: "已办理",
        _B.CANCELLED: "已取消",
    },
    (
        move("~open", "开始收集", (), {_B.OPEN}, _SO, events.BatchOpened),
        move("~postpone", "顺延", {_B.OPEN}, (), _CLOCK, events.BatchPostponed),
        move("lock_batch", "截止", {_B.OPEN}, {_B.LOCKED}, _REVIEWER | _CLOCK, events.BatchLocked),
        move(
            "defer_batch_entry",
            "顺延一件",
            {_B.LOCKED},
            (),
            _REVIEWER,
            events.BatchEntryDeferred,
        ),
        move("report_batch", "上报批次", {_B.LOCKED}, {_B.RUNNING}, _REVIEWER, events.BatchReported),
        move("announce_batch", "公告批次", {_B.LOCKED}, {_B.RUNNING}, _REVIEWER, events.BatchAnnounced),
        move("~carry", "办理一部分", {_B.RUNNING}, (), _CLOCK, events.BatchCarried),
        move(
            "~finish",
            "办理完毕",
            {_B.RUNNING},
            {_B.DONE},
            _CLOCK,
            events.BatchFinished,
            events.AnnouncementCompleted,
        ),
        move(
            "cancel_batch",
            "取消批次",
            {_B.OPEN},
            {_B.CANCELLED},
            {Relation.HEAD},
            events.BatchCancelled,
        ),
    ),
)

ENTRY = Workflow(
    "batch_entry",
    "批次条目",
    BatchEntryState,
    {_E.WAITING: "待处理", _E.CARRIED_OUT: "已处理", _E.DEFERRED: "已顺延", _E.DROPPED: "已移出"},
    (
        move("~add", "列入", (), {_E.WAITING}, _SO),
        move("~carry_out", "处理", {_E.WAITING}, {_E.CARRIED_OUT}, _SO),
        move("~defer", "顺延", {_E.WAITING}, {_E.DEFERRED}, _SO),
        move("~drop", "移出", {_E.WAITING}, {_E.DROPPED}, _SO),
    ),
)
