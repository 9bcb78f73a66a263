"""Enumerations of people and signing in, in the graph."""

from models.people.corrections.kinds import CorrectionState
from models.people.corrections.workflow import CORRECTION
from models.people.kinds import (
    AccountKind,
    AccountState,
    ChallengeChannel,
    ChallengePurpose,
    ChallengeState,
    IdentityKind,
    MessageKind,
    RecoveryState,
    SessionState,
    Sex,
)
from models.people.steps.reminders import MESSAGE_WORDS
from models.people.workflow import ACCOUNT, CHALLENGE, RECOVERY, SESSION
from schema.common.enums import expose


def show() -> None:
    """Give each its words; before a schema is built."""
    expose(
        AccountKind,
        {
            AccountKind.PERSON: "个人",
            AccountKind.EMPLOYER: "机构或企业",
            AccountKind.REVIEWER: "审核人员",
            AccountKind.PROVIDER: "培训机构",
            AccountKind.STATION: "打印站",
            AccountKind.ADMINISTRATOR: "系统管理员",
        },
    )
    expose(AccountState, ACCOUNT.words)
    expose(ChallengeState, CHALLENGE.words)
    expose(SessionState, SESSION.words)
    expose(RecoveryState, RECOVERY.words)
    expose(CorrectionState, CORRECTION.words)
    expose(
        ChallengePurpose,
        {
            ChallengePurpose.OPEN_ACCOUNT: "开户",
            ChallengePurpose.SIGN_IN: "登录",
            ChallengePurpose.RESET_PASSWORD: "重设密码",
            ChallengePurpose.OLD_MOBILE: "验证原手机号",
            ChallengePurpose.NEW_MOBILE: "验证新手机号",
            ChallengePurpose.NEW_EMAIL: "验证新邮箱",
        },
    )
    expose(ChallengeChannel, {ChallengeChannel.SMS: "短信", ChallengeChannel.EMAIL: "邮件链接"})
    expose(MessageKind, MESSAGE_WORDS)
    expose(Sex, {Sex.MALE: "男", Sex.FEMALE: "女"})
    expose(
        IdentityKind,
        {
            IdentityKind.RESIDENT: "居民身份证",
            IdentityKind.RESIDENT_OLD: "一代身份证",
            IdentityKind.HONG_KONG_MACAO: "港澳居民证件",
            IdentityKind.TAIWAN: "台湾居民证件",
            IdentityKind.PASSPORT: "护照",
            IdentityKind.OFFICER: "军官证",
        },
    )
