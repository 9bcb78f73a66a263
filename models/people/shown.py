"""What is shown of accounts, sessions and persons: masked, in full to the person; names also to who handles them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from models.kernel.rules import Finding
from models.kernel.viewer import Viewer, ViewerKind
from models.people.kinds import AccountState
from models.people.masks import mask_email, mask_identity, mask_mobile, mask_name
from models.people.tables import Account

MOBILE_DIGITS = 11
UNNAMED = "未填写姓名"
GIVEN_NAMES = frozenset({ViewerKind.REVIEWER, ViewerKind.EMPLOYER})
"""They see only persons and cases of their jurisdiction or staff, and call them by name."""


@dataclass(frozen=True)
class Shown:
    """A sensitive text; `full` only for those who get it at once."""

    masked: str
    full: str | None = None


def person_name(name: str, id: int, viewer: Viewer) -> Shown:
    return _shown(name, mask_name, given_name(id, viewer))


def person_identity(identity_number: str | None, id: int, viewer: Viewer) -> Shown:
    return _shown(identity_number or "", mask_identity, own_person(id, viewer))


def person_mobile(mobile: str | None, id: int, viewer: Viewer) -> Shown | None:
    return _shown(mobile, mask_mobile, own_person(id, viewer)) if mobile else None


def person_email(email: str | None, id: int, viewer: Viewer) -> Shown | None:
    return _shown(email, mask_email, own_person(id, viewer)) if email else None


def person_title(name: str, id: int, viewer: Viewer) -> str:
    return (name if given_name(id, viewer) else mask_name(name)) or UNNAMED


def account_mobile(mobile: str | None, id: int, viewer: Viewer) -> Shown:
    return _shown(mobile or "", mask_mobile, own_account(id, viewer))


def account_email(email: str | None, id: int, viewer: Viewer) -> Shown | None:
    return _shown(email, mask_email, own_account(id, viewer)) if email else None


def account_title(mobile: str | None) -> str:
    return f"账号 {mask_mobile(mobile)}" if mobile else "账号"


def recovery_title(login: str) -> str:
    return f"密码重置申请 {_login_mask(login)}"


def recovery_login(login: str) -> Shown:
    return Shown(_login_mask(login))


def recovery_mobile(contact_mobile: str) -> Shown:
    return Shown(mask_mobile(contact_mobile))


async def recovery_holders(viewer: Viewer, account_ids: Sequence[int]) -> list[Shown]:
    """Names of accounts that visible recovery requests are for: the acceptor compares them with the papers."""
    accounts = Account.filter(id__in=account_ids).select_related("person", "employer", "reviewer")
    found = {account.id: account for account in await accounts}
    return [_shown_holder(found[key], viewer) for key in account_ids]


def own_person(id: int, viewer: Viewer) -> bool:
    return viewer.person_id is not None and viewer.person_id == id


def given_name(id: int, viewer: Viewer) -> bool:
    """Is the full name of a visible person, or of the applicant of a visible case, shown at once?"""
    return own_person(id, viewer) or viewer.kind in GIVEN_NAMES


def own_account(id: int, viewer: Viewer) -> bool:
    return viewer.account_id is not None and viewer.account_id == id


def is_current(id: int, viewer: Viewer) -> bool:
    """Is it the session that asks?"""
    return id == viewer.session_id


def rough_place(address: str) -> str | None:
    """本机 or 内网 for such addresses. Public ones are not looked up: that would tell somebody else about them."""
    try:
        where = ip_address(address)
    except ValueError:
        return None
    if where.is_loopback:
        return "本机"
    return "内网" if where.is_private else None


def missing_password(state: AccountState) -> list[Finding]:
    """What an account still needs before anything is handed in: a password (D-3)."""
    if state is not AccountState.PASSWORDLESS:
        return []
    return [
        Finding(
            rule="PWD-1",
            law="账号安全要求",
            message="还没有设置密码：现在只能填写草稿",
            present="未设置",
            needed="已设置密码",
            advice="设置一个至少 10 位、不常见的密码",
            path=("password",),
        )
    ]


def _shown_holder(account: Account, viewer: Viewer) -> Shown:
    whose = account.person or account.employer or account.reviewer
    full = viewer.kind is ViewerKind.REVIEWER or account.reviewer_id is not None
    return _shown(str(whose.name) if whose else "", mask_name, full)


def _login_mask(login: str) -> str:
    return mask_mobile(login) if len(login) == MOBILE_DIGITS else mask_identity(login)


def _shown(value: str, mask: Callable[[str], str], own: bool) -> Shown:
    return Shown(mask(value), value if own else None)
