"""Filters and orders of lists."""

from datetime import date
from enum import Enum

import strawberry
from tortoise.expressions import Q

from models.authorities.kinds import Profession, ReviewerRole
from models.kernel.clock import end_of_china_day, now, today
from models.kernel.viewer import Viewer
from models.registration.kinds import (
    ClaimState,
    CredentialState,
    RegistrationKind,
    StageKind,
)
from models.registration.reads import work_in, work_matching
from models.registration.steps.claiming import Wanted
from models.registration.verify import in_states
from schema.plans.declare import where
from schema.registration_filters import at_employer


def held_by_me(value: bool, viewer: Viewer) -> Q:
    mine = Q(state=ClaimState.HELD, held_by_id=viewer.reviewer_id or 0)
    return mine if value else ~mine


def is_overdue(value: bool) -> Q:
    late = Q(due_at__lt=now())
    return late if value else ~late


def is_due_today(value: bool) -> Q:
    due = Q(due_at__lte=end_of_china_day(today()))
    return due if value else ~due


def wanted_of(given: "WorkFilter | None") -> Wanted:
    """What a reviewer wants to take next, from the filter of the queue."""
    if given is None:
        return Wanted()
    return Wanted(
        roles=tuple(given.roles or ()),
        stages=tuple(given.stages or ()),
        professions=tuple(given.professions or ()),
        kinds=tuple(given.kinds or ()),
        region=given.region_code or None,
        overdue=given.overdue if isinstance(given.overdue, bool) else None,
        text=given.text or None,
    )


@strawberry.input(description="待办筛选")
class WorkFilter:
    roles: list[ReviewerRole] | None = where("role", "in", description="岗位")
    stages: list[StageKind] | None = where("stage_kind", "in", description="环节")
    professions: list[Profession] | None = where("profession", "in", description="执业资格")
    kinds: list[RegistrationKind] | None = where("registration_kind", "in", description="业务类型")
    region_code: str | None = where("region", "prefix", description="区域")
    states: list[ClaimState] | None = where(work_in, pure=True, description="领取状态")
    held_by_me: bool | None = where(held_by_me, description="我领取的")
    overdue: bool | None = where(is_overdue, description="已超期")
    due_today: bool | None = where(is_due_today, description="今天到期，已超期的也算")
    resubmitted: bool | None = where("resubmitted", description="补正后返回的")
    text: str | None = where(work_matching, description="姓名、编号、单位、拼音")


@strawberry.input(description="注册证筛选")
class CertificateFilter:
    states: list[CredentialState] | None = where(in_states, description="状态，按今天算")
    professions: list[Profession] | None = where("profession", "in", description="执业资格")
    employer_id: strawberry.ID | None = where(at_employer, description="聘用单位")
    region_code: str | None = where("region", "prefix", description="区域")
    expires_before: date | None = where("valid_until", "<=", description="到期早于")
    text: str | None = where(
        lambda value: Q(printed_name__icontains=value) | Q(number__startswith=value),
        description="姓名、证书编号",
    )


@strawberry.enum(description="待办排序")
class WorkOrder(Enum):
    DEADLINE = strawberry.enum_value("due_at", description="剩余时间少的在前")
    OLDEST = strawberry.enum_value("added_at", description="最早进入在前")
    NEWEST = strawberry.enum_value("-added_at", description="最近进入在前")


@strawberry.enum(description="注册证排序")
class CertificateOrder(Enum):
    NEWEST = strawberry.enum_value("-issued_at", description="最近发证在前")
    NUMBER = strawberry.enum_value("number", description="注册证号")
    VALID_UNTIL = strawberry.enum_value("valid_until", description="最早到期在前")
