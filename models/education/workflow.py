"""The machine of a record of class hours."""

from enum import StrEnum

from models.education import events
from models.education.kinds import HoursState
from models.kernel.workflow import Workflow, move


class HoursRelation(StrEnum):
    """What a viewer is to a record."""

    OWNER = "OWNER"
    REVIEWER = "REVIEWER"
    """Holds an open application of the person in the same profession."""
    PROVIDER = "PROVIDER"
    """A training provider's import."""


_S, _R = HoursState, HoursRelation

HOURS = Workflow(
    "hours_record",
    "继续教育学时",
    HoursState,
    {
        _S.DECLARED: "自填",
        _S.CONFIRMED: "已认定",
        _S.JOINED: "已合并",
        _S.REJECTED: "未认定",
        _S.REMOVED: "已删除",
    },
    (
        move("~import", "导入", (), {_S.CONFIRMED}, {_R.PROVIDER}, events.HoursConfirmed),
        move("add_hours_record", "添加记录", (), {_S.DECLARED}, {_R.OWNER}, events.HoursDeclared),
        move("update_hours_record", "修改", {_S.DECLARED}, (), {_R.OWNER}, events.HoursDeclared),
        move("remove_hours_record", "删除", {_S.DECLARED}, {_S.REMOVED}, {_R.OWNER}, events.HoursRemoved),
        move(
            "join_hours_record",
            "合并重复",
            {_S.DECLARED},
            {_S.JOINED},
            {_R.OWNER, _R.REVIEWER},
            events.HoursJoined,
        ),
        move("~join", "与导入的记录合并", {_S.DECLARED}, {_S.JOINED}, {_R.PROVIDER}, events.HoursJoined),
        move(
            "confirm_hours_record",
            "认定",
            {_S.DECLARED},
            {_S.CONFIRMED},
            {_R.REVIEWER},
            events.HoursConfirmed,
        ),
        move(
            "reject_hours_record",
            "不认定",
            {_S.DECLARED},
            {_S.REJECTED},
            {_R.REVIEWER},
            events.HoursRejected,
        ),
    ),
)
