"""Employers: fire technical service agencies and other enterprises."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.agencies.reads import visible_to
from models.agencies.tables import EMPLOYER_WORDS, EmployerState
from models.agencies.tables import Employer as EmployerRow
from models.authorities.tables import Region as RegionRow
from models.authorities.tables import full_code
from models.kernel.viewer import Viewer
from schema.common.enums import expose
from schema.common.findings import AvailableAction
from schema.common.interfaces import Reviewable
from schema.common.stateless import name_as_title, no_actions
from schema.plans.binding import rows
from schema.plans.declare import column, computed, global_id, loaded, one
from schema.regions import Region

if TYPE_CHECKING:
    from schema.registration import WorkItem

PROVINCE_DIGITS = 2

expose(EmployerState, EMPLOYER_WORDS, description="机构与企业的状态")


def status_of(state: EmployerState) -> str:
    return EMPLOYER_WORDS[state]


def no_work() -> None:
    """Employers come before reviewers with the areas that change them."""
    return


def variant(fire_agency: bool) -> type:
    return Agency if fire_agency else Enterprise


@rows(
    EmployerRow,
    visible=visible_to,
    prefix=EmployerRow.prefix,
    variant=variant,
    description="聘用单位：机构或企业",
)
class Employer(Reviewable):
    title: str = computed(name_as_title)
    status: str | None = computed(status_of)
    available_actions: list[AvailableAction] = computed(no_actions)
    work_item: Annotated["WorkItem", strawberry.lazy("schema.registration")] | None = computed(no_work)
    state: EmployerState = column(description="状态")
    name: str = column(description="名称")
    credit_code: str = column(description="统一社会信用代码，不可修改")
    region: Region | None = one(key="region_code", description="所在区域")
    address: str | None = column(description="详细地址")


@rows(EmployerRow, visible=visible_to, prefix=EmployerRow.prefix, description="消防技术服务机构")
class Agency(Employer):
    """An agency gives fire technical services."""


@rows(EmployerRow, visible=visible_to, prefix=EmployerRow.prefix, description="企业")
class Enterprise(Employer):
    """Any other employer."""


async def provinces(viewer: Viewer, rows: Sequence[EmployerRow]) -> list[str | None]:
    codes = [full_code(row.region_code[:PROVINCE_DIGITS]) for row in rows]
    names = {region.code: region.name for region in await RegionRow.filter(code__in=set(codes))}
    return [names.get(code) for code in codes]


def reports_online(state: EmployerState) -> bool:
    return state is EmployerState.ACTIVE


@rows(
    EmployerRow,
    visible=visible_to,
    prefix=EmployerRow.prefix,
    description="填写聘用单位时可选的单位，仅工商公开信息",
)
class EmployerChoice:
    """Public facts of any employer; found by `findEmployers` only."""

    id: strawberry.ID = global_id()
    name: str = column(description="名称")
    credit_code: str = column(description="统一社会信用代码")
    region_name: str | None = loaded(provinces, description="省份")
    reports_up_online: bool = computed(reports_online, description="是否可在线上报")
