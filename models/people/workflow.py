"""The machines of signing in: account, code, recovery by an authority, session."""

from enum import StrEnum

from models.authorities.kinds import ReviewerRole
from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available, Workflow, move
from models.people import events
from models.people.identity import upgraded
from models.people.kinds import AccountState, ChallengeState, RecoveryState, SessionState


class Relation(StrEnum):
    """What a viewer can be to an account, a code or a session."""

    OWNER = "OWNER"
    ANYONE = "ANYONE"
    ADMINISTRATOR = "ADMINISTRATOR"
    IN_CHARGE = "IN_CHARGE"
    SYSTEM = "SYSTEM"


OWNER, ANYONE, ADMINISTRATOR, IN_CHARGE, SYSTEM = ({relation} for relation in Relation)
PASSWORDLESS, ACTIVE = AccountState.PASSWORDLESS, AccountState.ACTIVE
SUSPENDED, CLOSED = AccountState.SUSPENDED, AccountState.CLOSED
ISSUED, PROVED = ChallengeState.ISSUED, ChallengeState.PROVED
USED, EXPIRED, EXHAUSTED = ChallengeState.USED, ChallengeState.EXPIRED, ChallengeState.EXHAUSTED
OPEN, ENDED = SessionState.OPEN, SessionState.ENDED

ACCOUNT = Workflow(
    "account",
    "账号",
    AccountState,
    {PASSWORDLESS: "待设密码", ACTIVE: "正常", SUSPENDED: "已停用", CLOSED: "已注销"},
    (
        move("open_account", "开户", (), {PASSWORDLESS}, ANYONE, events.AccountOpened),
        move("open_holder_account", "持证人首次登录", (), {PASSWORDLESS}, ANYONE, events.HolderAccountOpened),
        move("~open", "开户", (), {PASSWORDLESS, ACTIVE}, SYSTEM),
        move("set_password", "设置密码", {PASSWORDLESS}, {ACTIVE}, OWNER, events.PasswordSet),
        move("change_password", "修改密码", {ACTIVE}, (), OWNER, events.PasswordChanged),
        move("reset_password", "重设密码", {PASSWORDLESS, ACTIVE}, {ACTIVE}, OWNER, events.PasswordReset),
        move("change_mobile", "修改手机号", {ACTIVE}, (), OWNER, events.MobileChanged),
        move("change_email", "修改邮箱", {ACTIVE}, (), OWNER, events.EmailChanged),
        move("complete_profile", "补全信息", {ACTIVE}, (), OWNER, events.ProfileCompleted),
        move("upgrade_identity_number", "更新身份证号", {ACTIVE}, (), OWNER, events.IdentityNumberUpgraded),
        move("change_reminders", "打开或关闭到期提醒", {ACTIVE}, (), OWNER, events.RemindersChanged),
        move("change_messages", "打开或关闭短信通知", {ACTIVE}, (), OWNER, events.MessagesChanged),
        move("~suspend", "停用", {PASSWORDLESS, ACTIVE}, {SUSPENDED}, ADMINISTRATOR),
        move("~restore", "恢复", {SUSPENDED}, {PASSWORDLESS, ACTIVE}, ADMINISTRATOR),
        move("~close", "注销账号", {PASSWORDLESS, ACTIVE}, {CLOSED}, OWNER | ADMINISTRATOR),
    ),
)

CHALLENGE = Workflow(
    "challenge",
    "验证码",
    ChallengeState,
    {
        ISSUED: "已发送",
        PROVED: "已验证",
        USED: "已使用",
        EXPIRED: "已过期",
        EXHAUSTED: "次数用尽",
    },
    (
        move("request_code", "发送验证码", (), {ISSUED}, ANYONE, events.CodeRequested),
        move("prove_code", "验证", {ISSUED}, {PROVED}, ANYONE, events.CodeProved),
        move("~exhaust", "次数用尽", {ISSUED}, {EXHAUSTED}, SYSTEM, events.CodeExhausted),
        move("~use", "使用", {PROVED}, {USED}, SYSTEM),
        move("~expire", "过期", {ISSUED, PROVED}, {EXPIRED}, SYSTEM),
    ),
)

RECOVERY = Workflow(
    "recovery_request",
    "密码重置申请",
    RecoveryState,
    {
        RecoveryState.OPEN: "待处理",
        RecoveryState.GRANTED: "已同意",
        RecoveryState.USED: "已使用",
        RecoveryState.REFUSED: "未同意",
        RecoveryState.EXPIRED: "已过期",
    },
    (
        move("request_recovery", "申请重置", (), {RecoveryState.OPEN}, ANYONE, events.RecoveryRequested),
        move(
            "grant_recovery",
            "同意重置",
            {RecoveryState.OPEN},
            {RecoveryState.GRANTED},
            IN_CHARGE,
            events.RecoveryGranted,
        ),
        move(
            "refuse_recovery",
            "不同意",
            {RecoveryState.OPEN},
            {RecoveryState.REFUSED},
            IN_CHARGE,
            events.RecoveryRefused,
        ),
        move("~use", "使用", {RecoveryState.GRANTED}, {RecoveryState.USED}, SYSTEM, events.PasswordReset),
        move(
            "~expire",
            "过期",
            {RecoveryState.OPEN, RecoveryState.GRANTED},
            {RecoveryState.EXPIRED},
            SYSTEM,
            events.RecoveryExpired,
        ),
    ),
)

SESSION = Workflow(
    "session",
    "会话",
    SessionState,
    {OPEN: "在线", ENDED: "已结束"},
    (
        move("sign_in", "登录", (), {OPEN}, ANYONE, events.SessionOpened),
        move("sign_in_with_code", "验证码登录", (), {OPEN}, ANYONE, events.SessionOpened),
        move("sign_out", "安全退出", {OPEN}, {ENDED}, OWNER, events.SessionEnded),
        move("end_session", "结束会话", {OPEN}, {ENDED}, OWNER, events.SessionEnded),
        move("~idle", "闲置退出", {OPEN}, {ENDED}, SYSTEM, events.SessionEnded),
        move("~end", "随账号结束", {OPEN}, {ENDED}, SYSTEM, events.SessionEnded),
    ),
)


WHEN_NEEDED = {"complete_profile", "upgrade_identity_number"}


def account_actions(viewer: Viewer, id: int, state: AccountState) -> list[Available]:
    """What the viewer can do with an account now. What only some need is offered where it is needed: the person's
    record says whether its number can be updated, `missing_profile` what is to be completed."""
    found = ACCOUNT.available(state, relations_to_account(viewer, id))
    return [one for one in found if one.action not in WHEN_NEEDED]


def person_actions(viewer: Viewer, id: int, identity_number: str | None) -> list[Available]:
    """What the viewer can do with a person's record now: only its owner, and only while there is an old number."""
    own = viewer.person_id is not None and viewer.person_id == id
    if not own or identity_number is None or upgraded(identity_number) is None:
        return []
    (found,) = ACCOUNT.moves_of("upgrade_identity_number")
    return [Available(found.action, found.label, ready=True)]


def relations_to_account(viewer: Viewer, account_id: int) -> frozenset[Relation]:
    """What the viewer is to the account."""
    relations = {Relation.ANYONE}
    if viewer.account_id is not None and viewer.account_id == account_id:
        relations.add(Relation.OWNER)
    if viewer.kind is ViewerKind.ADMINISTRATOR:
        relations.add(Relation.ADMINISTRATOR)
    if viewer.kind is ViewerKind.SYSTEM:
        relations.add(Relation.SYSTEM)
    return frozenset(relations)


def recovery_actions(
    viewer: Viewer, state: RecoveryState, authority_id: int, profession: str | None, region: str
) -> list[Available]:
    """What the viewer can do with a recovery request now."""
    return RECOVERY.available(state, relations_to_recovery(viewer, authority_id, profession, region))


def relations_to_recovery(
    viewer: Viewer, authority_id: int, profession: str | None, region: str
) -> frozenset[Relation]:
    """In charge is an acceptor of the authority asked, for the profession and region; of a reviewer's own account
    (no profession) an administrator, because nobody decides on a colleague's."""
    if profession is None:
        in_charge = viewer.kind is ViewerKind.ADMINISTRATOR
    else:
        in_charge = viewer.authority_id == authority_id and viewer.has_role(
            ReviewerRole.ACCEPTOR, profession, region
        )
    return frozenset({Relation.ANYONE, Relation.IN_CHARGE} if in_charge else {Relation.ANYONE})
