"""The machine of revocations."""

from models.kernel.workflow import Workflow, move
from models.registration.revocations import events
from models.registration.revocations.kinds import RevocationState
from models.registration.workflow import Relation

_V = RevocationState
_WAITING = {_V.PROPOSED}

REVOCATION = Workflow(
    "revocation",
    "撤销注册证",
    RevocationState,
    {_V.PROPOSED: "待复核", _V.CONFIRMED: "已撤销", _V.REJECTED: "未同意", _V.TAKEN_BACK: "已收回"},
    (
        move("~propose", "提出撤销", (), _WAITING, {Relation.CONSEQUENCE}, events.RevocationProposed),
        move(
            "confirm_revocation",
            "复核确认",
            _WAITING,
            {_V.CONFIRMED},
            {Relation.SECOND},
            events.RevocationConfirmed,
        ),
        move(
            "reject_revocation",
            "不同意撤销",
            _WAITING,
            {_V.REJECTED},
            {Relation.SECOND},
            events.RevocationRejected,
        ),
        move(
            "take_back_revocation",
            "收回",
            _WAITING,
            {_V.TAKEN_BACK},
            {Relation.PROPOSER},
            events.RevocationTakenBack,
        ),
    ),
)
