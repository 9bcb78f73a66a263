"""Filter and order of registrations, for every area that lists them."""

from datetime import date, datetime
from enum import Enum

import strawberry
from tortoise.expressions import Q, Subquery

from models.authorities.kinds import Profession
from models.authorities.names import has_name
from models.kernel.clock import CHINA, end_of_china_day
from models.kernel.ids import key_of
from models.registration.kinds import (
    RegistrationKind,
    RegistrationState,
    StageKind,
    StageState,
)
from models.registration.reads import registrations_matching
from models.registration.tables import RegistrationStage
from schema.plans.declare import where

LONGEST_CODE = 24
STANDING = (StageState.OPEN, StageState.BATCHED, StageState.PAUSED)


def at_stages(value: list[StageKind]) -> Q:
    standing = RegistrationStage.filter(kind__in=value, state__in=STANDING)
    return Q(id__in=Subquery(standing.values("registration_id")))


def from_day(value: date) -> Q:
    return Q(submitted_at__gte=datetime(value.year, value.month, value.day, tzinfo=CHINA))


def until_day(value: date) -> Q:
    return Q(submitted_at__lte=end_of_china_day(value))


def handed_in(value: bool) -> Q:
    return Q(submitted_at__isnull=not value)


def of_specialty(value: str) -> Q:
    return has_name("specialties", value[:LONGEST_CODE])


def at_authority(value: str) -> Q:
    return Q(authority_id=key_of("aut", value))


def at_employer(value: str) -> Q:
    return Q(employer_id=key_of("emp", value))


@strawberry.input(description="注册申请筛选")
class RegistrationFilter:
    states: list[RegistrationState] | None = where("state", "in", description="状态")
    kinds: list[RegistrationKind] | None = where("kind", "in", description="业务类型")
    professions: list[Profession] | None = where("profession", "in", description="执业资格")
    stages: list[StageKind] | None = where(at_stages, description="环节")
    specialty_id: strawberry.ID | None = where(of_specialty, description="专业类别")
    authority_id: strawberry.ID | None = where(at_authority, description="机构")
    region_code: str | None = where("region", "prefix", description="区域")
    employer_id: strawberry.ID | None = where(at_employer, description="聘用单位")
    submitted: bool | None = where(handed_in, description="是否提交过")
    submitted_from: date | None = where(from_day, description="申请开始时间")
    submitted_until: date | None = where(until_day, description="申请结束时间")
    text: str | None = where(registrations_matching, description="姓名、证件号、回执号、单位、拼音")


@strawberry.enum(description="注册申请排序")
class RegistrationOrder(Enum):
    NEWEST = strawberry.enum_value("-updated_at", description="最近变化在前")
    OLDEST = strawberry.enum_value("updated_at", description="最早变化在前")
    FILED = strawberry.enum_value("filed_at", description="按注册时间先后")
    NUMBER = strawberry.enum_value("sort_number", description="回执号")
