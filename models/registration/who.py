"""Who did something, as a viewer may know it: colleagues by name, others by authority and post."""

from models.authorities.tables import Authority, Reviewer
from models.kernel.clock import CHINA
from models.kernel.journal import Entry
from models.kernel.viewer import Viewer, ViewerKind
from models.people.tables import Account

ACTOR_WORDS = {
    ViewerKind.PERSON: "申请人",
    ViewerKind.EMPLOYER: "聘用单位",
    ViewerKind.REVIEWER: "审核人员",
    ViewerKind.ADMINISTRATOR: "系统管理员",
    ViewerKind.SYSTEM: "系统",
}


async def actor_label(entry: Entry, viewer: Viewer) -> str:
    """What to call whoever did it: a colleague's name within the authority, else authority and post."""
    kind = ViewerKind(entry.actor_kind)
    if kind is not ViewerKind.REVIEWER:
        return ACTOR_WORDS.get(kind, "系统")
    if viewer.kind is ViewerKind.REVIEWER and viewer.authority_id == entry.actor_authority_id:
        name = await _name(entry.actor_id)
        if name:
            return name
    authority = await Authority.get_or_none(id=entry.actor_authority_id)
    return f"{authority.name}审核人员" if authority else ACTOR_WORDS[kind]


async def who_did(entry: Entry, viewer: Viewer) -> str:
    """李慧已于11月20日 10:51：受理已通过，进入审核."""
    at = entry.at.astimezone(CHINA)
    return f"{await actor_label(entry, viewer)}已于{at.month}月{at.day}日 {at:%H:%M}办理：{entry.summary}"


async def _name(account_id: int | None) -> str | None:
    account = await Account.get_or_none(id=account_id)
    reviewer = await Reviewer.get_or_none(id=account.reviewer_id) if account and account.reviewer_id else None
    return reviewer.name if reviewer else None
