"""Authorities with their contacts and reviewers."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities import reads
from models.authorities.kinds import AuthorityKind, Profession, ReviewerRole
from models.authorities.names import has_name
from models.authorities.tables import Authority as AuthorityRow
from models.authorities.tables import Contact as ContactRow
from models.authorities.tables import Reviewer as ReviewerRow
from models.authorities.tables import RoleGrant as RoleGrantRow
from models.authorities.tables import jurisdiction, limits
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.batches.ahead import authority_batches
from models.registration.kinds import StageKind
from schema.agencies.types import Employer
from schema.common.findings import AvailableAction
from schema.common.interfaces import Node, Subject
from schema.common.stateless import name_as_title, no_actions, no_status
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, listed, loaded, many, one, where
from schema.regions import Region

if TYPE_CHECKING:
    from schema.batches.types import UpcomingBatch
    from schema.registration import WorkItem


def staff(viewer: Viewer) -> bool:
    return viewer.kind in {ViewerKind.REVIEWER, ViewerKind.ADMINISTRATOR}


@rows(ContactRow, visible=reads.contacts_visible_to, prefix="con", description="联系方式，由管理员编辑")
class Contact(Node):
    label: str = column(description="名称")
    people: list[str] = column(description="联系人")
    phones: list[str] = column(description="电话")
    fax: str | None = column(description="传真")
    email: str | None = column(description="邮箱")
    address: str | None = column(description="地址")
    hours: str | None = column(description="咨询时间")


@rows(RoleGrantRow, visible=reads.grants_visible_to, description="一项授权")
class RoleGrant:
    role: ReviewerRole = column(description="岗位")
    profession: Profession = column(description="执业资格")
    regions: list[Region] = many(limits, description="区域")


@rows(AuthorityRow, visible=reads.visible_to, prefix="aut", description="注册机构、消防机构、初审机构")
class Authority(Subject):
    title: str = computed(name_as_title)
    status: str | None = computed(no_status)
    available_actions: list[AvailableAction] = computed(no_actions)
    name: str = column(description="名称")
    kind: AuthorityKind = column(description="种类")
    parent: "Authority | None" = one(description="上级")
    regions: list[Region] = many(jurisdiction, description="管辖区域")
    professions: list[Profession] = column(description="执业资格")
    stages: list[StageKind] = column(description="办理环节")
    next_batches: list[Annotated["UpcomingBatch", strawberry.lazy("schema.batches.types")]] = loaded(
        authority_batches,
        needs=("id", "professions", "stages"),
        description="下一批次的日期，按批次办理的才有",
    )
    contacts: list[Contact] = listed("authority", description="联系方式")
    same_reviewer_may_pass_two_stages: bool | None = column(allow=staff, description="是否允许一人办两个环节")
    reviewers: Connection["Reviewer"] = connection("authority", order="id", description="审核人员")


@rows(ReviewerRow, visible=reads.reviewers_visible_to, prefix="rev", description="审核人员")
class Reviewer(Subject):
    title: str = computed(name_as_title)
    status: str | None = computed(no_status)
    available_actions: list[AvailableAction] = computed(no_actions)
    name: str = column(description="姓名")
    authority: Authority = one(inherits=True, description="机构")
    roles: list[RoleGrant] = listed("reviewer", description="岗位与管辖")
    held: Connection[Annotated["WorkItem", strawberry.lazy("schema.registration")]] = connection(
        "held_by", description="手中的事"
    )
    employer: Employer | None = one(description="回避：本人所属单位")


@strawberry.input(description="机构筛选")
class AuthorityFilter:
    profession: Profession | None = where(
        lambda value: has_name("professions", value.value), description="执业资格"
    )
    kind: AuthorityKind | None = where("kind", description="种类")
    region_code: str | None = where(reads.responsible_for, description="区域")
    stage: StageKind | None = where(lambda value: has_name("stages", value.value), description="环节")
