"""Filters of batches, their entries and the people announced."""

from datetime import date

import strawberry
from tortoise.expressions import Q

from models.authorities.kinds import Profession
from models.kernel.viewer import Viewer
from models.registration.batches.kinds import BatchEntryState, BatchKind, BatchState
from models.registration.batches.reads import entries_matching, people_matching
from models.registration.kinds import RegistrationKind
from schema.plans.declare import where
from schema.registration_filters import at_authority


@strawberry.input(description="批次筛选")
class BatchFilter:
    kind: BatchKind | None = where("kind", description="种类")
    profession: Profession | None = where("profession", description="执业资格")
    authority_id: strawberry.ID | None = where(at_authority, description="机构")
    states: list[BatchState] | None = where("state", "in", description="状态")
    date_from: date | None = where("day", ">=", description="日期起")
    date_until: date | None = where("day", "<=", description="日期止")


@strawberry.input(description="条目筛选")
class BatchEntryFilter:
    states: list[BatchEntryState] | None = where("state", "in", description="状态")
    text: str | None = where(entries_matching, description="姓名、编号、单位")


@strawberry.input(description="公告名单筛选")
class AnnouncedFilter:
    text: str | None = where(people_matching, description="姓名（完整）、受理编号或单位")
    kind: RegistrationKind | None = where("registration_kind", description="注册种类")
    region_code: str | None = where("region", "prefix", description="省份")


def announcements_of(viewer: Viewer) -> Q:
    return Q(kind=BatchKind.ANNOUNCEMENT, announced_at__isnull=False)


def own_batches(viewer: Viewer) -> Q:
    """Those of the reviewer's own authority; nobody else has any."""
    return Q(authority_id=viewer.authority_id or 0)
