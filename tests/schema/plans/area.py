"""A small schema over the real rows of persons, registrations, stages and authorities."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry
from tortoise.expressions import Q, Subquery

from models.authorities.kinds import AuthorityKind
from models.authorities.tables import Authority as AuthorityRow
from models.kernel.audience import entries_visible_to
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer, ViewerKind
from models.people.tables import Person as PersonRow
from models.registration.kinds import RegistrationState, StageKind
from models.registration.tables import Registration as RegistrationRow
from models.registration.tables import RegistrationStage as StageRow
from schema.common.interfaces import Node
from schema.plans.binding import SeenWith, rows
from schema.plans.build import PlannedSchema
from schema.plans.connection import Connection
from schema.plans.declare import (
    by_id,
    by_node_id,
    by_node_ids,
    column,
    computed,
    connection,
    first_of,
    global_id,
    listed,
    loaded,
    many,
    named,
    one,
    one_of,
    part,
    where,
)

NOBODY = Q(id__in=[])

strawberry.enum(RegistrationState, description="注册申请的状态")
strawberry.enum(StageKind, description="审批环节")
strawberry.enum(AuthorityKind, description="机构种类")


def registrations_visible_to(viewer: Viewer) -> Q:
    match viewer.kind:
        case ViewerKind.PERSON:
            return Q(applicant_id=viewer.person_id)
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id) & ~Q(state=RegistrationState.DRAFT)
        case ViewerKind.ADMINISTRATOR:
            return Q()
    return NOBODY


def persons_visible_to(viewer: Viewer) -> Q:
    match viewer.kind:
        case ViewerKind.PERSON:
            return Q(id=viewer.person_id)
        case ViewerKind.REVIEWER:
            seen = RegistrationRow.filter(registrations_visible_to(viewer)).values("applicant_id")
            return Q(id__in=Subquery(seen)) & Q(real_name_verified=True)
        case ViewerKind.ADMINISTRATOR:
            return Q()
    return NOBODY


def authorities_visible_to(viewer: Viewer) -> Q:
    return Q() if viewer.signed_in else NOBODY


@rows(AuthorityRow, visible=authorities_visible_to, prefix="aut", description="注册机构")
class Authority(Node):
    name: str = column(description="名称")
    professions: list[str] = column(description="执业资格")


@rows(
    StageRow,
    visible=SeenWith("registration", registrations_visible_to),
    prefix="stg",
    description="流程的一个环节",
)
class Stage(Node):
    kind: StageKind = column(description="环节")
    place: int = column(description="次序")


@strawberry.input(description="注册申请筛选")
class RegistrationFilter:
    states: list[RegistrationState] | None = where("state", "in", description="状态")
    text: str | None = where(lambda value: Q(name__icontains=value) | Q(number=value), description="文字")
    changed_from: datetime | None = where("updated_at", ">=", description="变化不早于")
    number: str | None = where("number", "prefix", description="回执号")
    own: bool | None = where(lambda value, viewer: Q(applicant_id=viewer.person_id or 0), description="我的")


@strawberry.enum(description="注册申请排序")
class RegistrationOrder(enum.Enum):
    NEWEST = strawberry.enum_value("-updated_at", description="最近变化在前")
    OLDEST = strawberry.enum_value("updated_at", description="最早变化在前")
    EDITION = strawberry.enum_value(("edition", "version"), description="规则版本")


@strawberry.type(description="基本信息")
class Basic:
    name: str | None = column(description="姓名")
    masked: str = computed(lambda mobile: f"{(mobile or '')[:3]}****", description="手机号")
    photo: Authority | None = one(key="authority_id", description="机构")


@dataclass(frozen=True)
class Told:
    """What a computed field gives: a plain object with keys of rows."""

    reason: str
    choice_ids: tuple[int, ...]
    subject: str


@strawberry.type(description="应选机构")
class Advice:
    reason: str = column(description="理由")
    choices: list[Authority] = many("choice_ids", description="可选")
    about: Node | None = named("subject", description="所说的对象")


def advice(id: int, authority_id: int | None, edition: str) -> Told:
    return Told(edition, (authority_id, authority_id) if authority_id else (), f"reg_{id}")


LOADED_TIMES: list[int] = []


async def weights(viewer: Viewer, rows: Sequence[RegistrationRow]) -> list[int]:
    LOADED_TIMES.append(len(rows))
    return [row.id * 10 for row in rows]


@rows(RegistrationRow, visible=registrations_visible_to, prefix="reg", description="注册申请：一件")
class Registration(Node):
    number: str | None = column(description="受理回执号")
    state: RegistrationState = column(description="状态")
    updated_at: datetime = column(description="最近变化时间")
    edition: str = column(
        allow=lambda viewer: viewer.kind is not ViewerKind.PERSON, refuse="error", description="规则版本"
    )
    identity: str | None = column(
        "identity_number",
        allow=lambda viewer: viewer.kind is ViewerKind.ADMINISTRATOR,
        description="证件号码",
    )
    applicant: "Person | None" = one(description="申请人")
    filer: "Person" = one("applicant", inherits=True, description="提出人")
    authority: Authority | None = one(description="机构")
    authorities: list[Authority] = many(
        lambda authority_id: [authority_id] if authority_id else [], description="各机构"
    )
    stages: list[Stage] = listed("registration", order="place", description="环节")
    last_stage: Stage | None = first_of("registration", order="-place", description="最后的环节")
    basic: Basic = part(description="基本信息")
    advice: Advice = computed(advice, description="应选机构")
    weight: int = loaded(weights, description="分量")


@rows(PersonRow, visible=persons_visible_to, prefix="per", description="人员")
class Person(Node):
    id: strawberry.ID = global_id()
    name: str = column(description="姓名")
    registrations: Connection[Registration] = connection(
        "applicant", filter=RegistrationFilter, order=RegistrationOrder, description="历次注册"
    )


@rows(
    AuthorityRow,
    visible=authorities_visible_to,
    prefix="bod",
    variant=lambda kind: Ministry if kind is AuthorityKind.MINISTRY else Corps,
    description="审核机构",
)
class Body(Node):
    name: str = column(description="名称")


@rows(AuthorityRow, visible=authorities_visible_to, prefix="bod", description="部级")
class Ministry(Body):
    kind: AuthorityKind = column(description="种类")


@rows(AuthorityRow, visible=authorities_visible_to, prefix="bod", description="总队")
class Corps(Body):
    short_name: str = column(description="简称")


Doer = Annotated[Person | Authority, strawberry.union("Doer", description="经办")]


@rows(JournalRow, visible=entries_visible_to, prefix="ent", description="记录")
class Entry(Node):
    doer: Doer | None = one_of("actor", person=Person, reviewer=Authority, description="经办")


@strawberry.type(description="查询")
class Query:
    entries: Connection[Entry] = connection(order=("tx",), description="记录")
    bodies: Connection[Body] = connection(order="-id", description="审核机构")
    node: Node | None = by_node_id()
    nodes: list[Node | None] = by_node_ids()
    registration: Registration | None = by_id(description="注册申请")
    registrations: Connection[Registration] = connection(
        filter=RegistrationFilter, order=RegistrationOrder, description="注册申请"
    )
    persons: Connection[Person] = connection(order="id", description="人员")


SCHEMA = PlannedSchema(Query, types=[Ministry, Corps])
