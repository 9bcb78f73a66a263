"""Who did something, as the viewer may know it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.tables import Authority as AuthorityRow
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer
from schema.common.enums import expose
from schema.plans.declare import computed, loaded, one

if TYPE_CHECKING:
    from schema.authorities import Authority
    from schema.people import Account


class ActorKind(StrEnum):
    """行为者种类"""

    PERSON = "PERSON"
    EMPLOYER = "EMPLOYER"
    REVIEWER = "REVIEWER"
    PROVIDER = "PROVIDER"
    STATION = "STATION"
    ADMINISTRATOR = "ADMINISTRATOR"
    SYSTEM = "SYSTEM"


WORDS = {
    ActorKind.PERSON: "个人",
    ActorKind.EMPLOYER: "聘用单位或机构",
    ActorKind.REVIEWER: "审核人员",
    ActorKind.PROVIDER: "培训机构",
    ActorKind.STATION: "打印站",
    ActorKind.ADMINISTRATOR: "系统管理员",
    ActorKind.SYSTEM: "系统：时钟、回调、连带变化",
}
LABELS = WORDS | {ActorKind.PERSON: "申请人", ActorKind.EMPLOYER: "聘用单位", ActorKind.SYSTEM: "系统"}
OWN_LABEL = "本人"

expose(ActorKind, WORDS)


def kind_of(actor_kind: str) -> ActorKind:
    """Who acts before signing in (opening an account, say) is a person."""
    return ActorKind.PERSON if actor_kind == "PUBLIC" else ActorKind(actor_kind)


async def labels(viewer: Viewer, rows: Sequence[JournalRow]) -> list[str]:
    """A reviewer is shown as a member of the authority, never by name."""
    keys = {row.actor_authority_id for row in rows if row.actor_authority_id}
    names = dict(await AuthorityRow.filter(id__in=keys).values_list("id", "name")) if keys else {}
    return [_label(viewer, row, names.get(row.actor_authority_id or 0)) for row in rows]


def _label(viewer: Viewer, row: JournalRow, authority: str | None) -> str:
    if row.actor_id is not None and row.actor_id == viewer.account_id:
        return OWN_LABEL
    label = LABELS[kind_of(row.actor_kind)]
    return f"{authority}{label}" if authority else label


@strawberry.type(description="行为者")
class Actor:
    """Part of an event: reads the event's row."""

    kind: ActorKind = computed(kind_of, description="种类")
    label: str = loaded(labels, description="对查看者的称呼：审核人员对外只显示机构与岗位")
    account: Annotated["Account", strawberry.lazy("schema.people")] | None = one("actor", description="账号")
    authority: Annotated["Authority", strawberry.lazy("schema.authorities")] | None = one(
        "actor_authority", description="所在注册机构"
    )
