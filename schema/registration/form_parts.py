"""Parts of an application that some professions ask for: experience, hours, delivery."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.registration import reads, shown_parts
from models.registration.experience import WorkExperience as WorkRow
from models.registration.kinds import DeliveryMethod
from schema.common.findings import Sensitive
from schema.plans.binding import SeenWith, rows
from schema.plans.declare import column, computed, global_id, many, one

if TYPE_CHECKING:
    from schema.education import HoursRecord


@rows(
    WorkRow,
    visible=SeenWith("registration", reads.visible_to),
    prefix=WorkRow.prefix,
    description="一段工作经历",
)
class WorkExperience:
    id: strawberry.ID = global_id()
    from_: date = column("since", called="from", description="起")
    until: date | None = column(description="止；空即至今")
    employer: str = column(description="单位")
    work: str = column(description="从事的工作")


@strawberry.type(description="可能重复的两条学时")
class HoursDouble:
    """Carries a `models.registration.shown_parts.DoubleShown`."""

    declared: Annotated["HoursRecord", strawberry.lazy("schema.education")] | None = one(description="自填")
    imported: Annotated["HoursRecord", strawberry.lazy("schema.education")] | None = one(description="导入")


@strawberry.type(description="本注册期学时")
class HoursSummary:
    """Carries a `models.registration.shown_parts.HoursShown`."""

    present: float = column(description="合计")
    needed: float = column(description="要求；0 即不要求")
    own_specialty: float = column(description="本专业")
    own_specialty_needed: float = column(description="本专业要求")
    records: list[Annotated["HoursRecord", strawberry.lazy("schema.education")]] = many(
        "record_ids", description="明细"
    )
    doubles: list[HoursDouble] = column(description="可能重复的记录")


@strawberry.type(description="填写的领取方式")
class DeliveryChoice:
    """Part of a registration."""

    method: DeliveryMethod | None = column("delivery_method", description="方式")
    receiver: Sensitive | None = computed(shown_parts.shown_receiver, description="收件人")
    phone: Sensitive | None = computed(shown_parts.shown_phone, description="联系电话")
    region_code: str | None = column("delivery_region", description="区域")
    address: Sensitive | None = computed(shown_parts.shown_delivery_address, description="地址")
