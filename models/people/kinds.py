"""Enumerations of people, accounts and sign-in."""

from enum import StrEnum


class AccountKind(StrEnum):
    """账号种类"""

    PERSON = "PERSON"
    EMPLOYER = "EMPLOYER"
    REVIEWER = "REVIEWER"
    PROVIDER = "PROVIDER"
    STATION = "STATION"
    ADMINISTRATOR = "ADMINISTRATOR"


class AccountState(StrEnum):
    """账号的状态"""

    PASSWORDLESS = "PASSWORDLESS"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    CLOSED = "CLOSED"


class ChallengeState(StrEnum):
    """验证码的状态"""

    ISSUED = "ISSUED"
    PROVED = "PROVED"
    USED = "USED"
    EXPIRED = "EXPIRED"
    EXHAUSTED = "EXHAUSTED"


class ChallengePurpose(StrEnum):
    """验证码用途"""

    OPEN_ACCOUNT = "OPEN_ACCOUNT"
    SIGN_IN = "SIGN_IN"
    RESET_PASSWORD = "RESET_PASSWORD"
    OLD_MOBILE = "OLD_MOBILE"
    NEW_MOBILE = "NEW_MOBILE"
    NEW_EMAIL = "NEW_EMAIL"


class ChallengeChannel(StrEnum):
    """发送方式"""

    SMS = "SMS"
    EMAIL = "EMAIL"


class MessageKind(StrEnum):
    """短信通知的种类"""

    RETURNED = "RETURNED"
    DECIDED = "DECIDED"
    CERTIFICATE = "CERTIFICATE"
    EXPIRING = "EXPIRING"
    CORRECTION = "CORRECTION"


class RecoveryState(StrEnum):
    """密码重置申请的状态"""

    OPEN = "OPEN"
    GRANTED = "GRANTED"
    USED = "USED"
    REFUSED = "REFUSED"
    EXPIRED = "EXPIRED"


class SessionState(StrEnum):
    """会话的状态"""

    OPEN = "OPEN"
    ENDED = "ENDED"


class Sex(StrEnum):
    """性别"""

    MALE = "MALE"
    FEMALE = "FEMALE"


class IdentityKind(StrEnum):
    """证件类型"""

    RESIDENT = "RESIDENT"
    RESIDENT_OLD = "RESIDENT_OLD"
    HONG_KONG_MACAO = "HONG_KONG_MACAO"
    TAIWAN = "TAIWAN"
    PASSPORT = "PASSPORT"
    OFFICER = "OFFICER"
