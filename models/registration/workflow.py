"""The machines of registration: the case, its stages, its work items, and what a grant yields.

These tables are all there is: steps ask them, buttons and documents are made from them, tests walk them.
"""

from enum import StrEnum

from models.kernel.workflow import Workflow, move
from models.registration import events, route_events
from models.registration.batches.case_events import RegistrationDeferred
from models.registration.certificate_events import (
    CertificateCancelled,
    CertificateReminder,
    CertificateReplaced,
    CertificateRevoked,
)
from models.registration.kinds import (
    ClaimState,
    CredentialState,
    RegistrationState,
    StageState,
    WithdrawalState,
)


class Relation(StrEnum):
    """What a viewer is to a case."""

    FILER = "FILER"
    STAGE_REVIEWER = "STAGE_REVIEWER"
    """Has the role of a stage at the stage's authority; a decision also needs the claim."""
    EMPLOYER = "EMPLOYER"
    """The account of the employer that the case names."""
    HOLDER = "HOLDER"
    HEAD = "HEAD"
    DECIDER = "DECIDER"
    """Decides at the authority that issued the certificate."""
    PROPOSER = "PROPOSER"
    SECOND = "SECOND"
    """May stand for what a colleague has proposed."""
    CLOCK = "CLOCK"
    CONSEQUENCE = "CONSEQUENCE"
    """Not a person: a change of another machine in the same unit of work."""


_S, _W, _C, _K = RegistrationState, StageState, ClaimState, CredentialState
_FILER, _EMPLOYER, _REVIEWER, _CLOCK, _SO = (
    {Relation.FILER},
    {Relation.EMPLOYER},
    {Relation.STAGE_REVIEWER},
    {Relation.CLOCK},
    {Relation.CONSEQUENCE},
)
_EDITABLE = {_S.DRAFT, _S.RETURNED}

REGISTRATION = Workflow(
    "registration",
    "注册申请",
    RegistrationState,
    {
        _S.DRAFT: "草稿",
        _S.IN_REVIEW: "审核中",
        _S.RETURNED: "待补正",
        _S.GRANTED: "准予注册",
        _S.COMPLETED: "审核完成",
        _S.REFUSED: "不予注册",
        _S.NOT_ACCEPTED: "不予受理",
        _S.WITHDRAWN: "已撤回",
        _S.LAPSED: "已失效",
    },
    (
        move("start_registration", "开始注册", (), {_S.DRAFT}, _FILER, events.RegistrationStarted),
        move("accept_pledge", "勾选诚信承诺书", _EDITABLE, (), _FILER, events.PledgeAccepted),
        move("~renumber", "更新身份证号", _S, (), _SO, route_events.IdentityNumberFollowed),
        move("save_registration", "保存", _EDITABLE, (), _FILER, events.RegistrationSaved),
        move("attach_to_registration", "上传附件", _EDITABLE, (), _FILER, events.RegistrationSaved),
        move("detach_from_registration", "删除附件", _EDITABLE, (), _FILER, events.RegistrationSaved),
        move("add_work_experience", "添加工作经历", _EDITABLE, (), _FILER, events.RegistrationSaved),
        move("update_work_experience", "修改工作经历", _EDITABLE, (), _FILER, events.RegistrationSaved),
        move("remove_work_experience", "删除工作经历", _EDITABLE, (), _FILER, events.RegistrationSaved),
        move(
            "prepare_application_form",
            "生成申请表",
            _EDITABLE,
            (),
            _FILER,
            route_events.ApplicationFormOrdered,
        ),
        move("choose_authority", "选择办理机构", _EDITABLE, (), _FILER, events.AuthorityChosen),
        move(
            "submit_registration",
            "提交申请",
            {_S.DRAFT},
            {_S.IN_REVIEW},
            _FILER,
            events.RegistrationSubmitted,
        ),
        move(
            "resubmit_registration",
            "补正后提交",
            {_S.RETURNED},
            {_S.IN_REVIEW},
            _FILER,
            events.RegistrationResubmitted,
        ),
        move(
            "withdraw_registration",
            "撤回",
            {_S.IN_REVIEW, _S.RETURNED},
            {_S.WITHDRAWN},
            _FILER,
            events.RegistrationWithdrawn,
        ),
        move("request_withdrawal", "申请撤回", {_S.IN_REVIEW}, (), _FILER, events.WithdrawalRequested),
        move(
            "discard_registration", "删除草稿", {_S.DRAFT}, {_S.LAPSED}, _FILER, events.RegistrationDiscarded
        ),
        move(
            "report_up_registration",
            "上报",
            {_S.IN_REVIEW},
            (),
            _EMPLOYER,
            route_events.RegistrationReportedUp,
        ),
        move(
            "decline_report_up",
            "不通过",
            {_S.IN_REVIEW},
            {_S.RETURNED},
            _EMPLOYER,
            route_events.ReportUpDeclined,
        ),
        move(
            "take_back_report_up", "取回上报", {_S.IN_REVIEW}, (), _EMPLOYER, route_events.ReportUpTakenBack
        ),
        move(
            "pass_registration",
            "通过",
            {_S.IN_REVIEW, _S.GRANTED},
            {_S.IN_REVIEW, _S.GRANTED, _S.COMPLETED},
            _REVIEWER,
            events.StagePassed,
            events.RegistrationGranted,
            events.RegistrationCompleted,
        ),
        move(
            "return_registration",
            "退回补正",
            {_S.IN_REVIEW},
            {_S.RETURNED},
            _REVIEWER,
            events.RegistrationReturned,
        ),
        move(
            "decline_registration",
            "不予受理",
            {_S.IN_REVIEW},
            {_S.NOT_ACCEPTED},
            _REVIEWER,
            events.RegistrationNotAccepted,
        ),
        move(
            "refuse_registration",
            "不予注册",
            {_S.IN_REVIEW},
            {_S.REFUSED},
            _REVIEWER,
            events.RegistrationRefused,
        ),
        move(
            "allow_withdrawal",
            "同意撤回",
            {_S.IN_REVIEW},
            {_S.WITHDRAWN},
            _REVIEWER,
            events.RegistrationWithdrawn,
        ),
        move("deny_withdrawal", "不同意撤回", {_S.IN_REVIEW}, (), _REVIEWER, events.WithdrawalDenied),
        move("extend_deadline", "延长期限", {_S.IN_REVIEW}, (), {Relation.HEAD}, events.DeadlineExtended),
        move(
            "issue_certificate",
            "制证",
            {_S.GRANTED},
            {_S.GRANTED, _S.COMPLETED},
            _REVIEWER,
            events.StagePassed,
            events.RegistrationCompleted,
        ),
        move("~complete", "办结", {_S.GRANTED}, {_S.COMPLETED}, _SO, events.RegistrationCompleted),
        move("~pass_batch", "随批次通过", {_S.IN_REVIEW, _S.GRANTED}, (), _SO, events.StagePassed),
        move("~defer", "顺延到下一批次", {_S.IN_REVIEW, _S.GRANTED}, (), _SO, RegistrationDeferred),
        move("~escalate", "超期", {_S.IN_REVIEW, _S.GRANTED}, (), _CLOCK, events.DeadlinePassed),
        move("~deem_passed", "逾期视为通过", {_S.IN_REVIEW}, (), _CLOCK, events.StagePassed),
        move("~lapse", "失效", _EDITABLE, {_S.LAPSED}, _CLOCK, events.RegistrationLapsed),
    ),
)

STAGE = Workflow(
    "registration_stage",
    "审批环节",
    StageState,
    {
        _W.WAITING: "未到",
        _W.OPEN: "待办",
        _W.BATCHED: "待批次",
        _W.PAUSED: "已退回",
        _W.PASSED: "已通过",
        _W.STOPPED: "已终止",
    },
    (
        move("~plan", "列入流程", (), {_W.WAITING}, _SO),
        move("~open", "开始", {_W.WAITING}, {_W.OPEN, _W.BATCHED}, _SO),
        move("~pass", "通过", {_W.OPEN, _W.BATCHED}, {_W.PASSED}, _SO),
        move("~pause", "暂停", {_W.OPEN, _W.BATCHED}, {_W.PAUSED}, _SO),
        move("~resume", "继续", {_W.PAUSED}, {_W.OPEN, _W.BATCHED}, _SO),
        move("~take_back", "取回", {_W.PASSED}, {_W.OPEN}, _SO),
        move("~put_back", "退回未到", {_W.OPEN, _W.BATCHED}, {_W.WAITING}, _SO),
        move("~stop", "终止", {_W.WAITING, _W.OPEN, _W.BATCHED, _W.PAUSED}, {_W.STOPPED}, _SO),
    ),
)

WORK = Workflow(
    "work_item",
    "待办",
    ClaimState,
    {_C.FREE: "待领取", _C.HELD: "办理中", _C.DONE: "已办结"},
    (
        move("~add", "新增", (), {_C.FREE}, _SO, events.WorkAdded),
        move("claim_work", "领取", {_C.FREE}, {_C.HELD}, _REVIEWER, events.WorkClaimed),
        move("claim_next_work", "领取下一件", {_C.FREE}, {_C.HELD}, _REVIEWER, events.WorkClaimed),
        move("keep_claim", "续期", {_C.HELD}, (), {Relation.HOLDER}),
        move(
            "release_work",
            "放回",
            {_C.HELD},
            {_C.FREE},
            {Relation.HOLDER, Relation.HEAD},
            events.WorkReleased,
        ),
        move(
            "reassign_work",
            "转办",
            {_C.FREE, _C.HELD},
            {_C.HELD},
            {Relation.HEAD},
            events.WorkReassigned,
            events.WorkHandedOver,
        ),
        move("~expire", "到时放回", {_C.HELD}, {_C.FREE}, _CLOCK, events.WorkReleased),
        move("~done", "办结", {_C.FREE, _C.HELD}, {_C.DONE}, _SO),
    ),
)

_R = WithdrawalState

WITHDRAWAL = Workflow(
    "withdrawal_request",
    "撤回申请",
    WithdrawalState,
    {_R.OPEN: "待答复", _R.ALLOWED: "已同意", _R.DENIED: "未同意", _R.OVERTAKEN: "已失去意义"},
    (
        move("~ask", "申请", (), {_R.OPEN}, _SO),
        move("~allow", "同意", {_R.OPEN}, {_R.ALLOWED}, _SO),
        move("~deny", "不同意", {_R.OPEN}, {_R.DENIED}, _SO),
        move("~overtake", "失去意义", {_R.OPEN}, {_R.OVERTAKEN}, _SO),
    ),
)

_IN_FORCE = {_K.VALID, _K.EXPIRING}
_STILL_THERE = _IN_FORCE | {_K.EXPIRED}

CREDENTIAL = Workflow(
    "credential",
    "注册证",
    CredentialState,
    {
        _K.VALID: "有效",
        _K.EXPIRING: "临期",
        _K.EXPIRED: "已过期",
        _K.REPLACED: "已换发",
        _K.CANCELLED: "已注销",
        _K.REVOKED: "已撤销",
    },
    (
        move("~make", "制发", (), {_K.VALID}, _SO, events.CertificateIssued),
        move("~expiring", "临期", {_K.VALID}, {_K.EXPIRING}, _CLOCK, events.CertificateExpiring),
        move("~remind", "到期提醒", _IN_FORCE, (), _CLOCK, CertificateReminder),
        move("~expire", "过期", _IN_FORCE, {_K.EXPIRED}, _CLOCK, events.CertificateExpired),
        move("~go_on", "续用", _STILL_THERE, {_K.VALID}, _SO),
        move("~replace", "换发", _STILL_THERE, {_K.REPLACED}, _SO, CertificateReplaced),
        move("~cancel", "注销", _STILL_THERE, {_K.CANCELLED}, _SO, CertificateCancelled),
        move("propose_revocation", "提出撤销", _IN_FORCE, (), {Relation.DECIDER, Relation.HEAD}),
        move("~revoke", "撤销", _IN_FORCE, {_K.REVOKED}, _SO, CertificateRevoked),
    ),
)

ENDED = REGISTRATION.ends
"""States of a case that nothing leaves."""
