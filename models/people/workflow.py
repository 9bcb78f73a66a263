"""The machines of signing in: account, code, session."""

from enum import StrEnum

from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available, Workflow, move
from models.people import events
from models.people.kinds import AccountState, ChallengeState, SessionState


class Relation(StrEnum):
    """What a viewer can be to an account, a code or a session."""

    OWNER = "OWNER"
    ANYONE = "ANYONE"
    ADMINISTRATOR = "ADMINISTRATOR"
    SYSTEM = "SYSTEM"


OWNER, ANYONE, ADMINISTRATOR, SYSTEM = ({relation} for relation in Relation)
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
        move("~open", "开户", (), {PASSWORDLESS, ACTIVE}, SYSTEM),
        move("set_password", "设置密码", {PASSWORDLESS}, {ACTIVE}, OWNER, events.PasswordSet),
        move("change_password", "修改密码", {ACTIVE}, (), OWNER, events.PasswordChanged),
        move("reset_password", "重设密码", {PASSWORDLESS, ACTIVE}, {ACTIVE}, OWNER, events.PasswordReset),
        move("change_mobile", "修改手机号", {ACTIVE}, (), OWNER, events.MobileChanged),
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


def account_actions(viewer: Viewer, id: int, state: AccountState) -> list[Available]:
    """What the viewer can do with an account now."""
    return ACCOUNT.available(state, relations_to_account(viewer, id))


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
