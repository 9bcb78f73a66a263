"""Recovery by an authority: which authority is asked, which papers count, and the one-time code (D-9)."""

import secrets

from models.authorities.kinds import AuthorityKind, Profession
from models.authorities.names import has_name
from models.authorities.reads import responsible_for
from models.authorities.tables import Authority, Reviewer
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account

PAPERS = (
    "居民身份证",
    "临时居民身份证",
    "户口簿",
    "护照",
    "港澳居民证件",
    "台湾居民证件",
    "军官证",
    "注册证书",
    "营业执照",
    "单位介绍信",
)
"""Papers that a reviewer may have seen: words of a list, so that nothing private gets into the journal."""
RECEIVING = (AuthorityKind.CORPS, AuthorityKind.PROVINCIAL_BODY, AuthorityKind.COAL_MINE_BODY)
RECOVERABLE = frozenset({AccountState.PASSWORDLESS, AccountState.ACTIVE})
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without what looks alike: 0 and O, 1 and I."""
GROUPS, GROUP_LENGTH = 3, 4


async def authority_in_charge(region_code: str, profession: Profession | None) -> Authority | None:
    """The receiving body nearest to the region; of equals the oldest."""
    bodies = Authority.filter(responsible_for(region_code), kind__in=RECEIVING)
    if profession:
        bodies = bodies.filter(has_name("professions", profession.value))
    found = await bodies.order_by("id")
    return max(found, key=lambda body: len(body.region_code or ""), default=None)


async def staff_authority(account: Account) -> int | None:
    """Where a reviewer's own account belongs; None for every other account."""
    reviewer = await Reviewer.filter(id=account.reviewer_id or 0).first()
    return reviewer.authority_id if reviewer else None


def recoverable(account: Account | None) -> bool:
    """Administrators have nobody above them here: theirs is made anew on the command line."""
    return (
        account is not None and account.kind is not AccountKind.ADMINISTRATOR and account.state in RECOVERABLE
    )


def new_code() -> str:
    """Like `7KQM-XH2P-94TD`: sixty random bits that can be read out and typed."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def plain_code(typed: str) -> str:
    """As it was made, however it was typed."""
    return "".join(char for char in typed.upper() if char in ALPHABET)
